/** @file Making a share: from what was chosen and not held back to a saved file, and a line in the history. */
import type { RecordId, RevisionId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { standingOf } from '#shared/revisions/heads.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import {
  type Chapter,
  type Choice,
  type Closure,
  closureOf,
  type Kept,
  recordsIn,
  supportOf,
  without,
} from '#shared/share/closure.ts';
import { newShareId } from '#shared/share/manifest.ts';
import { inspectPhoto, photosOf } from '#shared/share/photos.ts';
import { isShortEnough } from '#shared/share/safeJson.ts';
import { countKinds, type Photos } from '#shared/share/shareFile.ts';
import { shareFileName } from '#shared/share/spokenWords.ts';
import { readAttachment } from '../../journal/attachments.ts';
import { collect } from '../../journal/exchange/collect.ts';
import { ShareWork, type Stopped } from '../../journal/exchange/shareClient.ts';
import type { ShareLock } from '../../journal/exchange/shareWork.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Pair } from '../../journal/people.ts';
import { shell } from '../../journal/shell.ts';
import type { VaultParts } from '../../journal/useVault.ts';
import type { View } from '../../journal/view.ts';
import { longDay } from '../../ui/days.ts';
import { pageOutline } from './shareOutline.ts';

/** What leaves for a choice: all that belongs to it, what of that is held back, and what goes along. */
export interface Leaving {
  readonly all: Closure;
  readonly chapters: readonly Chapter[];
  readonly support: readonly Kept[];
  readonly ids: ReadonlySet<RecordId>;
  /** The names of photos that leave with their texts. */
  readonly photos: readonly string[];
}

export function leavingFor(view: View, pair: Pair, choice: Choice, held: ReadonlySet<string>): Leaving {
  const authors = new Set<PersonId>([pair.me.id, pair.buddy.id]);
  const all = closureOf(view, choice, authors);
  const chapters = without(all.chapters, held);
  const support = supportOf(view, chapters, authors);
  const records = recordsIn(chapters);
  const ids = new Set([...records, ...support].map(({ id }) => id));
  const photos = [...photosOf(records)].filter((name) => !held.has(name));
  return { all, chapters, support, ids, photos };
}

export type ExportProblem =
  | Stopped
  | 'too-big'
  /** A single text is longer than a share carries. */
  | 'too-long'
  /** Something on the disk could not be opened. */
  | 'unreadable'
  | 'cancelled'
  | 'cannot-write';

export interface Progress {
  readonly step: 'reading' | 'locking';
  readonly done?: number;
}

export interface ExportParts {
  readonly journal: Journal;
  readonly vault: VaultParts;
  readonly pair: Pair;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Packs, locks and saves. Answers the name of the saved file. */
export async function exportShare(
  { chapters, support, photos: photoNames }: Leaving,
  lock: ShareLock,
  { journal, vault, pair, signal, onProgress }: ExportParts,
): Promise<Result<string, ExportProblem>> {
  const entries = [...support, ...recordsIn(chapters)];
  const heads = entries.map(({ id }): RevisionId => standingOf(journal.view.headsOf(id)).shown.id);
  const read = await collect(journal, new Set(heads), {
    breathe: vault.breathe,
    signal,
    onProgress: (done) => onProgress({ step: 'reading', done }),
  });
  if (!read) return err('stopped');
  const revisions = heads.flatMap((id): Revision[] => {
    const found = read.found.get(id);
    return found ? [found] : [];
  });
  if (revisions.length < heads.length) return err('unreadable');
  if (!revisions.every(isShortEnough)) return err('too-long');

  const photos = await openPhotos(photoNames, vault);
  onProgress({ step: 'locking' });
  const share = newShareId(vault.random);
  const day = journal.clock.today();
  const about = { me: pair.me.name, buddy: pair.buddy.name, day: longDay(day) };
  const packed = await inWorker(signal, (work) =>
    work.pack({
      about: {
        share,
        from: { person: pair.me.id, name: pair.me.name },
        for: { person: pair.buddy.id, name: pair.buddy.name },
        day,
        known: read.census.known,
      },
      revisions,
      outline: pageOutline(journal.view, chapters, about),
      photos,
      signingSeed: journal.keys.signingSeed,
      lock,
    }),
  );
  if (!packed.ok) return packed;
  const saved = await shell.saveFile({
    kind: 'share',
    name: shareFileName(vault.random),
    value: packed.value,
  });
  if (!saved.ok) return saved;
  await journal.write([
    {
      op: 'put',
      kind: 'handover',
      id: journal.newId('handover'),
      body: {
        day,
        direction: 'out',
        share,
        person: pair.buddy.id,
        counts: countKinds(revisions),
        records: revisions.map(({ record }) => record),
      },
    },
  ]);
  return ok(fileNameOf(saved.path));
}

/** A photo that is not here, or does not open, cannot leave: its text says what it showed. */
async function openPhotos(names: readonly string[], { vault }: VaultParts): Promise<Photos> {
  const photos = new Map<string, Uint8Array>();
  for (const name of names) {
    const photo = await readAttachment(name, vault);
    if (photo.ok && inspectPhoto(photo.value).ok) photos.set(name, photo.value);
  }
  return photos;
}

async function inWorker<T>(signal: AbortSignal, use: (work: ShareWork) => Promise<T>): Promise<T> {
  const work = new ShareWork();
  const stop = () => work.close();
  signal.addEventListener('abort', stop);
  try {
    return await use(work);
  } finally {
    signal.removeEventListener('abort', stop);
    work.close();
  }
}

function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
