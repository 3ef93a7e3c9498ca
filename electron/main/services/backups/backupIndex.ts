import { join } from 'node:path';
import { z } from 'zod/mini';
import { ok, type Result } from '#shared/base/result.ts';
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
 * What is known of the backups of this journal, and where the second folder is. A backup that it does not know can be
 * checked again, and is removed by nobody meanwhile; but nobody would hear that there was a second folder. So there is
 * a second copy, away from the first.
 */
export class BackupIndex {
  /** The first that can be read counts. */
  readonly #paths: readonly string[];
  #kept: Index;

  constructor(ownFolder: string, dataFolder: string) {
    this.#paths = [join(ownFolder, 'index.json'), join(dataFolder, 'journal', 'backups.json')];
    this.#kept = this.#paths.map(read).find((found) => found !== undefined) ?? nothing;
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

  async #keep(next: Index): Promise<Result<void, 'cannot-write'>> {
    this.#kept = next;
    const bytes = new TextEncoder().encode(`${JSON.stringify(next, undefined, 2)}\n`);
    const written = await Promise.all(this.#paths.map((path) => writeWhole(path, bytes)));
    return written.find((each) => !each.ok) ?? ok(undefined);
  }
}

function read(path: string): Index | undefined {
  const parsed = index.safeParse(readJson(path));
  return parsed.success ? parsed.data : undefined;
}
