import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { unreachable } from '#shared/base/assert.ts';
import type { Settings } from '#shared/shell/contract.ts';
import type { RecoveryState } from '../../journal/recovery.ts';
import type { ResealProblem } from '../../journal/reseal.ts';
import { type Protection, protectionOf, removeDeviceSlot, writeDeviceSlot } from '../../journal/slots.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useRecovery } from '../../journal/useRecovery.ts';
import { useReopen, useVault } from '../../journal/useVault.ts';
import { lockOrSay } from '../../parts/lockOrSay.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { toast } from '../../ui/Toast.tsx';
import { idleChoices } from './idleChoices.ts';
import { PassphraseDialog, type Purpose } from './PassphraseDialog.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { useHasKeyring } from './useHasKeyring.ts';
import type { ShellFacts } from './useShellFacts.ts';

export interface ProtectionSettingsProps {
  readonly facts: ShellFacts;
  readonly onChange: (patch: Partial<Settings>) => void;
  readonly onProtectionChanged: () => Promise<void>;
}

/** The passphrase, locking, and what both can and cannot do. */
export function ProtectionSettings({ facts, onChange, onProtectionChanged }: ProtectionSettingsProps) {
  const { start, slots } = facts;
  const { isReadOnly } = useJournal();
  const protection = protectionOf(slots);
  const hasPassphrase = protection === 'passphrase' || protection === 'passphrase-and-device';
  const [choosing, setChoosing] = useState<Purpose>();
  return (
    <SettingsSection title="Protection">
      <Standing protection={protection} onChoose={setChoosing} />
      <Unsealed />
      {choosing ? (
        <PassphraseDialog
          purpose={choosing}
          onClose={() => setChoosing(undefined)}
          onSet={(isAllSealed) => {
            setChoosing(undefined);
            // Where it is not, the page says why.
            toast({
              message:
                choosing === 'leak' && isAllSealed ? 'Everything is sealed anew.' : 'The passphrase is set.',
            });
            void onProtectionChanged();
          }}
        />
      ) : null}
      <Select
        label="Lock by itself"
        description={
          hasPassphrase
            ? 'Also when the computer sleeps or its screen is locked.'
            : 'Counts as soon as there is a passphrase. Sleep and the screen lock do the same.'
        }
        value={String(start.settings.lockAfterMinutes)}
        onChange={(minutes) => onChange({ lockAfterMinutes: Number(minutes) })}
        choices={idleChoices(start.settings.lockAfterMinutes)}
      />
      {isReadOnly ? (
        <p className="aside">
          A newer Stringwalk wrote this journal. Its passphrase and its keys are changed with that one.
        </p>
      ) : null}
      {isReadOnly || !hasPassphrase ? null : (
        <DeviceSwitch isOn={protection === 'passphrase-and-device'} onChanged={onProtectionChanged} />
      )}
      <Link href="/protection" className="settings-link">
        What is and is not protected
      </Link>
    </SettingsSection>
  );
}

function Standing({
  protection,
  onChoose,
}: {
  readonly protection: Protection;
  readonly onChoose: (purpose: Purpose) => void;
}) {
  const journal = useJournal();
  const { recovery } = useRecovery();
  const [, go] = useLocation();
  const choose = journal.isReadOnly ? undefined : (
    <Button onPress={() => onChoose('first')}>Choose a passphrase</Button>
  );
  switch (protection) {
    case 'none':
      return (
        <Notice look="warn" title="This journal is not protected on this disk." action={choose}>
          Whoever can open the files on this computer can read it.
        </Notice>
      );
    case 'passphrase-gone':
      return (
        <Notice look="warn" title="The file that opens with your passphrase is gone." action={choose}>
          Nothing you wrote is lost. Choose a passphrase now: until then this journal cannot be locked, and
          may open with the recovery sheet alone the next time.
        </Notice>
      );
    case 'passphrase':
    case 'passphrase-and-device':
      return (
        <>
          <p>
            This journal is protected by a passphrase.{' '}
            {protection === 'passphrase'
              ? 'Without it nobody can read what lies on this disk.'
              : 'Whoever is logged in to this computer as you needs none; nobody else can read what lies on this disk without it.'}{' '}
            {recovery && ifForgotten(recovery)}
          </p>
          <div className="settings-actions">
            <Button icon="lock" onPress={() => void lockOrSay(journal, go)}>
              Lock now
            </Button>
            {journal.isReadOnly ? null : (
              <>
                <Button onPress={() => onChoose('change')}>Change the passphrase</Button>
                <Button look="plain" onPress={() => onChoose('leak')}>
                  Somebody may know my passphrase
                </Button>
              </>
            )}
          </div>
        </>
      );
    default:
      return unreachable(protection);
  }
}

function ifForgotten({ state }: RecoveryState): string {
  return state === 'confirmed'
    ? 'If you forget it, your recovery sheet opens the journal. We cannot.'
    : 'If you forget it, nothing is sure to open the journal until there is a checked recovery sheet. We cannot.';
}

/** Sealing anew was stopped, or could not go on. */
function Unsealed() {
  const { unsealed, keyring } = useVault();
  const reopen = useReopen();
  if (!unsealed) return null;
  const goOn = async () => {
    if ((await reopen(keyring)) === 'not-kept')
      toast({ message: 'Something could not be saved yet, so the journal stays as it is.' });
  };
  return (
    <Notice
      look="warn"
      title="Not every page is sealed anew yet."
      action={<Button onPress={() => void goOn()}>Go on now</Button>}
    >
      {whyUnsealed(unsealed)}
    </Notice>
  );
}

function whyUnsealed(problem: ResealProblem): string {
  switch (problem) {
    case 'stopped':
      return 'You stopped it. Some pages still open with the former key. It goes on the next time the journal is opened.';
    case 'no-room':
      return 'There is too little room on this disk. Free some room; it goes on the next time the journal is opened.';
    case 'keys-behind':
    case 'not-written':
    case 'not-verified':
      return 'This computer did not let Stringwalk write all of it. Nothing is lost, and some pages still open with the former key. It is tried again the next time the journal is opened.';
    default:
      return unreachable(problem);
  }
}

function DeviceSwitch(props: { readonly isOn: boolean; readonly onChanged: () => Promise<void> }) {
  const { isOn, onChanged } = props;
  const { keyring } = useVault();
  const hasKeyring = useHasKeyring(isOn);
  if (hasKeyring === undefined) return null;
  if (!hasKeyring)
    return (
      <p className="aside">
        This computer has no key store that Stringwalk could rely on, so the passphrase is asked for at every
        start.
      </p>
    );
  const turn = async (on: boolean) => {
    const outcome = on ? await writeDeviceSlot(keyring) : await removeDeviceSlot();
    if (!outcome.ok) toast({ message: 'That could not be changed just now. Everything is as it was.' });
    await onChanged();
  };
  return (
    <Switch
      isSelected={isOn}
      onChange={(on) => void turn(on)}
      detail="Whoever is logged in to this computer as you can then open the journal. After locking, the passphrase is asked for all the same, also after a restart."
    >
      Stay unlocked on this device
    </Switch>
  );
}
