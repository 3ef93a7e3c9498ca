import { useEffect, useRef, useState } from 'react';
import { groupCount } from '#shared/recovery/recoveryWords.ts';
import { confirmRecovery, makeRecoveryKey, type RecoveryKey } from '../../journal/recovery.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useRecovery } from '../../journal/useRecovery.ts';
import { useVault } from '../../journal/useVault.ts';

export type SheetStep =
  | { readonly at: 'looking' }
  /** There was a sheet before: showing another one is asked for, never done in passing. */
  | { readonly at: 'asking'; readonly confirmedAt: number | undefined }
  | { readonly at: 'making' }
  | { readonly at: 'sheet'; readonly recovery: RecoveryKey }
  | {
      readonly at: 'checking';
      readonly recovery: RecoveryKey;
      readonly asked: readonly [number, number];
      readonly failed: boolean;
    }
  | { readonly at: 'failed' };

/** From making the key to having it typed back. The key lives in this state alone, and goes with the page. */
export function useRecoverySheet(onDone: () => void) {
  const { clock } = useJournal();
  const vault = useVault();
  const { recovery: found } = useRecovery();
  const [step, setStep] = useState<SheetStep>({ at: 'looking' });
  const isMaking = useRef(false);

  const make = async () => {
    if (isMaking.current) return;
    isMaking.current = true;
    setStep({ at: 'making' });
    const made = await makeRecoveryKey(vault).catch(() => undefined);
    isMaking.current = false;
    setStep(made?.ok ? { at: 'sheet', recovery: made.value } : { at: 'failed' });
  };

  const makeFirst = useRef(make);
  useEffect(() => {
    if (!found) return;
    if (found.state === 'none') void makeFirst.current();
    else setStep({ at: 'asking', confirmedAt: found.state === 'confirmed' ? found.confirmedAt : undefined });
  }, [found]);

  /** Both groups were typed as they stand on the sheet. */
  const confirm = async () => {
    if (step.at !== 'checking') return;
    const confirmed = await confirmRecovery(vault, step.recovery, clock.now()).catch(() => undefined);
    if (confirmed?.ok) onDone();
    else setStep({ ...step, failed: true });
  };

  return {
    step,
    /** A sheet that was checked goes on to hold: this one opens nothing until it is checked as well. */
    isBesideChecked: found?.state === 'confirmed',
    make: () => void make(),
    check: (recovery: RecoveryKey) => {
      const asked = twoGroups(vault.random.bytes(2));
      setStep({ at: 'checking', recovery, asked, failed: false });
    },
    back: (recovery: RecoveryKey) => setStep({ at: 'sheet', recovery }),
    confirm,
    /** Nobody is asked again today. */
    putOff: () => void shell.changeSettings({ recoveryAskedOn: clock.today() }),
  };
}

/** Two different groups by chance, the smaller number first. */
function twoGroups([one = 0, other = 0]: Uint8Array): readonly [number, number] {
  const first = one % groupCount;
  const second = (first + 1 + (other % (groupCount - 1))) % groupCount;
  return [Math.min(first, second) + 1, Math.max(first, second) + 1];
}
