import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { mayasZip, passphrase } from '../support/mayasShare.ts';

/** Where one act happens. */
export interface Ground {
  /** Empty at first, and removed afterwards. */
  readonly folder: string;
  readonly progress: (line: string) => void;
  /** As much of what was typed may be missing after a kill. */
  readonly mayBeMissingMs: number;
  /** A share from Maya, made once. */
  readonly share: () => Promise<string>;
}

export function makeGround(
  folder: string,
  progress: (line: string) => void = () => undefined,
  mayBeMissingMs = 2000,
): Ground {
  let made: Promise<string> | undefined;
  const make = async () => {
    const file = join(folder, 'mayas.stringwalk');
    await writeFile(file, await encryptWithPassphrase(mayasZip(), passphrase));
    return file;
  };
  return {
    folder,
    progress,
    mayBeMissingMs,
    share: () => {
      made ??= make();
      return made;
    },
  };
}
