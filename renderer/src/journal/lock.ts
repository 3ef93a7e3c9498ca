/** @file Locking: keep what is typed, then end this window's process, and the keys and words with it. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Journal } from './journal.ts';
import { onMessage, shell } from './shell.ts';

export type LockProblem =
  /** Without a passphrase there is nothing to lock with. */
  | 'no-passphrase'
  /** Something typed could not be kept, so the window stays. */
  | 'not-kept';

/** Locks now. On success this process ends, and the promise with it. */
export async function lock(journal: Journal): Promise<Result<undefined, LockProblem>> {
  if (!(await canLock())) return err('no-passphrase');
  const settled = await journal.drafts.settleToTheEnd();
  if (!settled.ok) return err('not-kept');
  await shell.relock();
  return ok(undefined);
}

/** Also not where the passphrase's file is gone: then the only keys are in this window, and must not go with it. */
async function canLock(): Promise<boolean> {
  const slots = await shell.readSlots();
  return slots.passphrase !== undefined && !slots.open;
}

export interface Settling {
  /** The open journal, if there is one. */
  readonly journal: Journal | undefined;
  /** Whether a journal is being opened, and its keys may be here already. */
  readonly isOpening: () => boolean;
  /** Brings to a good end what must not be cut short. */
  readonly finish: () => Promise<void>;
}

/** Answers the shell when the window is to close or to lock. Returns the way to stop answering. */
export function answerSettle({ journal, isOpening, finish }: Settling): () => void {
  return onMessage('settle', async ({ request, reason }) => {
    // A page without a journal has nothing to keep and nothing to lock.
    if (!journal && !isOpening()) return;
    let kept = false;
    try {
      await finish();
      // Whether it will lock is not known yet; where it cannot, a form that is open keeps what is held for it.
      const settle = () =>
        reason === 'lock' ? journal?.drafts.settleAll() : journal?.drafts.settleToTheEnd();
      kept = (await settle())?.ok ?? true;
    } finally {
      await shell.settled({ request, kept });
    }
    if (reason !== 'lock') return;
    if (journal) await lock(journal);
    else if (await canLock()) await shell.relock();
  });
}
