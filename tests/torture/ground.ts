import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { mayasZip, passphrase } from '../support/mayasShare.ts';

/** Where one act happens. */
export interface Ground {
  /** Empty at first, and removed afterwards. */
  readonly folder: string;
  readonly progress: (line: string) => void;
  /** A share from Maya, made once. */
  readonly share: () => Promise<string>;
}

export function makeGround(folder: string, progress: (line: string) => void = () => undefined): Ground {
  let made: Promise<string> | undefined;
  const make = async () => {
    const file = join(folder, 'mayas.stringwalk');
    await writeFile(file, await encryptWithPassphrase(mayasZip(), passphrase));
    return file;
  };
  return {
    folder,
    progress,
    share: () => {
      made ??= make();
      return made;
    },
  };
}
