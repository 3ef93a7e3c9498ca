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
  const slots = await shell.readSlots();
  // Also where its file is gone: then the only keys are in this window, and must not go with it.
  if (slots.open || !slots.passphrase) return err('no-passphrase');
  const settled = await journal.drafts.settleAll();
  if (!settled.ok) return err('not-kept');
  await shell.relock();
  return ok(undefined);
}

/** Answers the shell when the window is to close or the machine sleeps. Returns the way to stop answering. */
export function answerSettle(journal: Journal): () => void {
  return onMessage('settle', async ({ request, reason }) => {
    let kept = false;
    try {
      kept = (await journal.drafts.settleAll()).ok;
    } finally {
      await shell.settled({ request, kept });
    }
    if (reason === 'lock') await lock(journal);
  });
}
