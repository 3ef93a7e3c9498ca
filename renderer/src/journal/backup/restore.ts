/** @file Bringing a backup back: into the open journal, or beside it. Opened and planned in a worker, joined in one write. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Journal } from '../journal.ts';
import { renewCheckpoint } from '../openVault.ts';
import { renewReplica } from '../renewReplica.ts';
import { shell } from '../shell.ts';
import type { VaultParts } from '../useVault.ts';
import { type Attending, BackupWork, type Stopped } from './backupClient.ts';
import type { RestoreSource } from './backupMessages.ts';
import { LaidPhotos } from './laidPhotos.ts';
import type { Restored, RestoreOrder, RestorePreview, RestoreProblem } from './restoring.ts';

export type RestoreTrouble =
  | RestoreProblem
  | { readonly why: Stopped }
  /** A newer Stringwalk wrote the journal that is open: nothing is added to it here. */
  | { readonly why: 'read-only' }
  /** It could not be kept; nothing of it is. */
  | { readonly why: 'not-kept' }
  /** It could not be kept, after keys or pages had begun to take their places. What lay here lies beside them. */
  | { readonly why: 'half-kept' }
  /** The pages that lie here do not open with its keys: they are another journal's, or were sealed anew since. */
  | { readonly why: 'other-pages' };

/** How a journal that was brought back is opened from now on. `as-it-is`: by what lies here already. */
export type RestoreLock =
  | 'as-it-is'
  | {
      readonly passphrase: string;
      /** Of the recovery key that was just typed from its sheet: nobody needs to ask whether it is there. */
      readonly recipient?: string | undefined;
    };

type Done = Result<undefined, RestoreTrouble>;
type OnProgress = (done: number) => void;

/** What is told of a restore while it goes on. */
export interface RestoreTelling {
  /** 0 to 1. */
  readonly onProgress: OnProgress;
  /** The last step: short, all or nothing, and too late to stop. */
  readonly onLast: () => void;
}

/** Photos are most of a journal's bytes. */
const photosShare = 0.8;

/** One restore, from what is read to its end. */
export class Restore {
  readonly #work = new BackupWork();
  readonly #source: RestoreSource;

  constructor(source: RestoreSource) {
    this.#source = source;
  }

  /** Reads all of it. Nothing is written. */
  async open(order: RestoreOrder, onProgress: OnProgress): Promise<Result<RestorePreview, RestoreTrouble>> {
    const opened = await this.#work.run({ work: 'open', order, source: this.#source }, { onProgress });
    return opened.ok ? opened.value : err({ why: opened.error });
  }

  /** Adds what is missing to the open journal: all of it or nothing. */
  async into(journal: Journal, vault: VaultParts, { onProgress, onLast }: RestoreTelling): Promise<Done> {
    if (journal.isReadOnly) return err({ why: 'read-only' });
    // Photos first: until a text names them they are only sealed files that nobody sees.
    const laid = new LaidPhotos();
    const photos = await this.photos({ onProgress, keepAttachment: laid.keep });
    const taken = photos.ok ? await this.take() : photos;
    if (!taken.ok) {
      await laid.takeBack();
      return taken;
    }
    onLast();
    if (taken.value.revisions.length === 0) return ok(undefined);
    const renewed = await renewReplica(journal, vault);
    const joined = renewed.ok ? await journal.join(taken.value.revisions) : renewed;
    if (!joined.ok) {
      // What a slow disk may yet keep must find its photos; what nobody tried to keep leaves none behind.
      if (!renewed.ok || joined.error === 'no-room' || joined.error === 'read-only') await laid.takeBack();
      return err({ why: 'not-kept' });
    }
    // It is joined. Without a new checkpoint the next start takes longer, and shows the same.
    await renewCheckpoint(journal, vault).catch(() => undefined);
    return ok(undefined);
  }

  /** Writes a journal of its own into the folder that was chosen. */
  async beside({ onProgress, onLast }: RestoreTelling): Promise<Done> {
    const photos = await this.photos({
      onProgress: (done) => onProgress(photosShare * done),
      which: 'all',
      keepAttachment: (id, value) => shell.writeSeparateAttachment({ id, value }),
    });
    if (!photos.ok) return this.#notBeside(photos);
    const rows = await this.#work.run(
      { work: 'rows' },
      {
        onProgress: (done) => onProgress(photosShare + (1 - photosShare) * done),
        keepRows: (some) => shell.writeSeparateRows({ rows: [...some] }),
      },
    );
    if (!rows.ok) return this.#notBeside(err({ why: rows.error }));
    onLast();
    const finished = await shell.finishSeparate();
    return finished.ok ? ok(undefined) : this.#notBeside(err({ why: 'not-kept' }));
  }

  async photos({ which = 'lost', ...attending }: Attending & { which?: 'lost' | 'all' }): Promise<Done> {
    const kept = await this.#work.run({ work: 'photos', which }, attending);
    return kept.ok ? kept.value : err({ why: kept.error });
  }

  async take(): Promise<Result<Restored, RestoreTrouble>> {
    const taken = await this.#work.run({ work: 'take' });
    return taken.ok ? taken : err({ why: taken.error });
  }

  /** Ends all work. What was not joined leaves nothing behind. */
  close(): void {
    this.#work.close();
  }

  async #notBeside<E>(problem: Result<never, E>): Promise<Result<never, E>> {
    await shell.dropSeparate();
    return problem;
  }
}
