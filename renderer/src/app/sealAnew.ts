/** @file Sealing everything anew before a journal opens, where a change of keys or a crash in it made that due. */
import type { Surroundings } from '../journal/openVault.ts';
import type { ResealProblem } from '../journal/reseal.ts';
import { isResealingDue } from '../journal/resealDue.ts';
import { isAnyUnder } from '../journal/rows.ts';
import { Observable } from '../journal/saving.ts';
import type { Keyring, Vault } from '../journal/vault.ts';

/** Sealing anew that is going on, for the page that shows it. */
export interface SealingAnew {
  /** 0 to 1. */
  readonly done: number;
  /** Opens the journal as it is; the rest goes on at the next start. Resolves once nothing is written any more. */
  readonly stop: () => Promise<void>;
}

/** Undefined while nothing is sealed anew; set until the journal stands again. */
export const sealing = new Observable<SealingAnew | undefined>(undefined);

/** What is left to do: nothing, nothing to begin with, or why it is not done yet. The journal opens all the same. */
export async function sealWhatIsDue(
  parts: Surroundings & { readonly vault: Vault; readonly keyring: Keyring },
): Promise<ResealProblem | 'not-due' | undefined> {
  const { db, vault, isReadOnly = false } = parts;
  if (isReadOnly || !(await isResealingDue(db, vault))) return 'not-due';
  // Another journal's pages are not sealed anew, and nothing that lies beside them goes.
  const keyIds = [vault, ...vault.former].map(({ keyId }) => keyId);
  if (!(await isAnyUnder(keyIds, parts).catch(() => true))) return 'not-due';
  const [{ reseal }, { resealShell }] = await Promise.all([
    import('../journal/reseal.ts'),
    import('../journal/resealShell.ts'),
  ]);
  const asked = new AbortController();
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const stop = () => {
    asked.abort();
    return finished;
  };
  const show = (done: number) => sealing.set({ done, stop });
  show(0);
  try {
    const outcome = await reseal(
      { ...parts, shell: resealShell(parts) },
      { onProgress: show, signal: asked.signal },
    );
    return outcome.ok ? undefined : outcome.error;
  } finally {
    finish();
  }
}
