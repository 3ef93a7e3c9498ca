import { useState } from 'react';
import type { Paper } from '#shared/shell/contract.ts';
import { shell } from '../../journal/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';

export interface SheetActionsProps {
  readonly paper: Paper;
  readonly onContinue: () => void;
  readonly onLater: () => void;
}

/** What can be done with the sheet before it is gone. */
export function SheetActions({ paper, onContinue, onLater }: SheetActionsProps) {
  const [isBusy, setBusy] = useState(false);
  const alone = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch(() =>
      toast({ message: 'That did not work just now. Nothing has changed; try again.' }),
    );
    setBusy(false);
  };

  const print = () =>
    alone(async () => {
      const printed = await shell.printPage({ paper });
      if (!printed.ok && printed.error === 'no-printer')
        toast({ message: 'No printer answered. You can save the sheet as a PDF, or write the words down.' });
    });

  const save = () =>
    alone(async () => {
      // The name says what it is: whoever finds it in ten years must know.
      const saved = await shell.savePdf({ paper, name: 'stringwalk-recovery-sheet' });
      if (saved.ok) toast({ message: 'The sheet is saved.' });
      else if (saved.error === 'cannot-write')
        toast({ message: 'The sheet could not be saved there. Choose another folder and try again.' });
    });

  return (
    <aside className="recovery-side" aria-label="What to do with the sheet" data-print="hide">
      <h2>Take it with you</h2>
      <p>Print it, save it, or write the words down by hand.</p>
      <div className="recovery-side-actions">
        <Button icon="print" wide onPress={() => void print()} isDisabled={isBusy}>
          Print
        </Button>
        <Button icon="file" wide onPress={() => void save()} isDisabled={isBusy}>
          Save as PDF
        </Button>
      </div>
      <p className="aside">
        Whoever has the PDF can read the journal. Keep it on a stick or another disk, not on this computer.
      </p>
      <div className="recovery-side-actions">
        <Button look="primary" wide onPress={onContinue}>
          Continue
        </Button>
        <Button look="plain" wide onPress={onLater}>
          Later
        </Button>
      </div>
    </aside>
  );
}

/** Where people have Letter in their printers (Unicode CLDR, supplemental territory data on paper sizes). */
const letterRegions = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'NI', 'PA', 'PR', 'SV', 'VE', 'BZ'];

export function paperOf(locale: string): Paper {
  const { region } = new Intl.Locale(locale).maximize();
  return region !== undefined && letterRegions.includes(region) ? 'Letter' : 'A4';
}
