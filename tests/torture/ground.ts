import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { mayasZip, passphrase } from '../support/mayasShare.ts';

/** Where one act happens. */
export interface Ground {
  /** Empty at first, and removed afterwards. */
  readonly folder: string;
  readonly progress: (line: string) => void;
  /** A few tries on a machine that does other things as well: with little in the journal, and time to keep it. */
  readonly isShort: boolean;
  /** As much of what was typed may be missing after a kill. */
  readonly mayBeMissingMs: number;
  /** A share from Maya, made once. */
  readonly share: () => Promise<string>;
}

/** On a busy machine typing may be kept later than when it is left alone. */
const busyMs = 3000;

export function makeGround(
  folder: string,
  progress: (line: string) => void = () => undefined,
  isShort = false,
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
    isShort,
    mayBeMissingMs: isShort ? busyMs : 2000,
    share: () => {
      made ??= make();
      return made;
    },
  };
}
