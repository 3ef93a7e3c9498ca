import './settings.css';
import { isSample } from '../../journal/sample.ts';
import { useView } from '../../journal/useJournal.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';

import { BackupSettings } from './BackupSettings.tsx';

import { DeletedSettings } from './DeletedSettings.tsx';

import { PairSettings } from './PairSettings.tsx';
import { PlaceSettings } from './PlaceSettings.tsx';
import { ProtectionSettings } from './ProtectionSettings.tsx';
import { RecoverySettings } from './RecoverySettings.tsx';
import { SafetySettings } from './SafetySettings.tsx';
import { SampleSettings } from './SampleSettings.tsx';
import { useShellFacts } from './useShellFacts.ts';

/** Everything about the journal that is not in it. */
export function SettingsPage() {
  const sample = useView(isSample);
  const { facts, changeSettings, refresh } = useShellFacts();
  return (
    <div className="settings">
      <PageHeader title="Settings" />
      {sample ? <SampleSettings /> : null}
      <PairSettings />
      {facts ? (
        <>
          <AppearanceSettings start={facts.start} onChange={changeSettings} />
          <ProtectionSettings facts={facts} onChange={changeSettings} onProtectionChanged={refresh} />
          {sample ? null : <RecoverySettings />}
          {sample ? null : <BackupSettings />}
          <SafetySettings />
          <DeletedSettings />
          <PlaceSettings start={facts.start} />
        </>
      ) : null}
    </div>
  );
}
