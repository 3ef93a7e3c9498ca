/** @file Reads all rows of a journal once, as making and joining a share needs it, without stopping the page. */
import type { RevisionId } from '#shared/base/ids.ts';
import { type Census, CensusTaker } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { Journal } from '../journal.ts';

/** After so many opened rows the page gets a moment: some ten milliseconds of work. */
const atOnce = 250;

export interface Collecting {
  readonly breathe: () => Promise<void>;
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** The census, and the revisions whose ids are wanted. Undefined when it was stopped. */
export async function collect(
  journal: Journal,
  wanted: ReadonlySet<RevisionId>,
  { breathe, signal, onProgress }: Collecting,
): Promise<{ readonly census: Census; readonly found: ReadonlyMap<RevisionId, Revision> } | undefined> {
  const taker = new CensusTaker(journal.me);
  const found = new Map<RevisionId, Revision>();
  const rows = Math.max(1, journal.standing.throughRow);
  let read = 0;
  for await (const revision of journal.revisions()) {
    taker.add(revision);
    if (wanted.has(revision.id)) found.set(revision.id, revision);
    read += 1;
    if (read % atOnce !== 0) continue;
    onProgress?.(Math.min(1, read / rows));
    await breathe();
    if (signal.aborted) return undefined;
  }
  return signal.aborted ? undefined : { census: taker.taken(), found };
}
