import { useState } from 'react';
import { letGoOfSample, wroteIntoSample } from '../../journal/sample.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/Toast.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** The way from the sample to a journal of one's own. Stands only in the sample journal. */
export function SampleSettings() {
  const journal = useJournal();
  const ground = useVault();
  /** How many entries of somebody's own go with the sample; undefined while nobody has asked. */
  const [own, setOwn] = useState<number>();

  const ask = async () => {
    const settled = await journal.drafts.settleAll();
    if (settled.ok) setOwn(wroteIntoSample(journal.view));
  };

  const begin = async () => {
    const gone = await letGoOfSample(journal, ground);
    // A new window for a new journal; this one's process ends, and its keys with it.
    if (gone.ok) await shell.relock();
    else
      toast({
        message: 'The sample journal could not be put away just now. Nothing else has changed; try again.',
      });
  };

  return (
    <SettingsSection title="The sample journal">
      <p>
        You are looking around in the journal of two people who do not exist. Try anything; when you have seen
        enough, begin your own.
      </p>
      <Button onPress={() => void ask()}>Begin your own journal</Button>
      <ConfirmDialog
        title="Begin your own journal?"
        isOpen={own !== undefined}
        onOpenChange={() => setOwn(undefined)}
        confirmLabel="Put the sample away"
        danger={(own ?? 0) > 0}
        onConfirm={() => void begin()}
      >
        <p>The sample journal is removed from this computer, and you are asked for your names.</p>
        {own ? <p>{whatGoesWithIt(own)}</p> : null}
      </ConfirmDialog>
    </SettingsSection>
  );
}

function whatGoesWithIt(own: number): string {
  return own === 1
    ? 'One entry that you wrote or changed in it goes with it, and cannot be brought back.'
    : `${own} entries that you wrote or changed in it go with it, and cannot be brought back.`;
}
