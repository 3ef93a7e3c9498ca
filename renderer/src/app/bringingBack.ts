/** @file Opening a journal whose database has to be filled from the log first: shown, and stopped if somebody asks. */
import type { Result } from '#shared/base/result.ts';
import {
  type OpenedJournal,
  type OpenProblem,
  openJournal,
  type Prefetched,
  prefetch,
  type Surroundings,
} from '../journal/openVault.ts';
import { Observable } from '../journal/saving.ts';
import type { Vault } from '../journal/vault.ts';

export type BringingBack =
  | { readonly at: 'going-on'; readonly done: number; readonly stop: () => void }
  /** What is back stays, and the log has the rest. */
  | { readonly at: 'stopped'; readonly goOn: () => void };

/** How far bringing a journal back from its log has come; undefined while nothing needs it. */
export const bringingBack = new Observable<BringingBack | undefined>(undefined);

/** Where it is stopped, nothing more happens until somebody asks to go on, or starts Stringwalk again. */
export async function openBroughtBack(
  vault: Vault,
  around: Surroundings,
  prefetched: Prefetched,
): Promise<Result<OpenedJournal, Exclude<OpenProblem, 'stopped'>>> {
  for (let found = prefetched; ; found = await prefetch(around)) {
    const asked = new AbortController();
    const stop = () => asked.abort();
    const opened = await openJournal(vault, around, found, {
      onProgress: (done) => bringingBack.set({ at: 'going-on', done, stop }),
      signal: asked.signal,
    });
    if (opened.ok) return opened;
    const { error } = opened;
    if (error !== 'stopped') return { ok: false, error };
    await new Promise<void>((goOn) => bringingBack.set({ at: 'stopped', goOn }));
  }
}
