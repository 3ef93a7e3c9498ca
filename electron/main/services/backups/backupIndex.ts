import { join } from 'node:path';
import { z } from 'zod/mini';
import { type BackupFacts, type BackupPlace, backupFacts, backupName } from '#shared/shell/backupContract.ts';
import { writeWhole } from '../files.ts';
import { readJson } from '../json.ts';

const facts = z.record(backupName, backupFacts);
const index = z.object({
  own: z.catch(facts, {}),
  second: z.catch(facts, {}),
  folder: z.catch(z.optional(z.string()), undefined),
});
type Index = z.infer<typeof index>;

const nothing: Index = { own: {}, second: {} };

/**
 * What is known of the backups of this journal, and where the second folder is. Nothing depends on it for good: a
 * backup that it does not know can be checked again, and is removed by nobody meanwhile.
 */
export class BackupIndex {
  readonly #path: string;
  #kept: Index;

  constructor(ownFolder: string) {
    this.#path = join(ownFolder, 'index.json');
    const read = index.safeParse(readJson(this.#path));
    this.#kept = read.success ? read.data : nothing;
  }

  get secondFolder(): string | undefined {
    return this.#kept.folder;
  }

  /** What was found in a file of this name and size. */
  factsOf(place: BackupPlace, name: string, bytes: number): BackupFacts | undefined {
    const known = this.#kept[place][name];
    return known?.bytes === bytes ? known : undefined;
  }

  note(place: BackupPlace, name: string, found: BackupFacts | undefined) {
    const { [name]: _before, ...others } = this.#kept[place];
    const noted = found === undefined ? others : { ...others, [name]: found };
    return this.#keep({ ...this.#kept, [place]: noted });
  }

  /** Another folder knows nothing of what lay in the one before. */
  chooseSecond(folder: string | undefined) {
    const { own } = this.#kept;
    return this.#keep({ own, second: {}, ...(folder === undefined ? {} : { folder }) });
  }

  #keep(next: Index) {
    this.#kept = next;
    return writeWhole(this.#path, new TextEncoder().encode(`${JSON.stringify(next, undefined, 2)}\n`));
  }
}
