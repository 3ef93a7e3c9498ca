import type { MeasureRef } from '#shared/domain/measure.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { PointStory } from './PointStory.tsx';
import { ReadingDialog } from './ReadingDialog.tsx';

/** What stands in front of the page. */
export type Asked =
  | { readonly what: 'reading'; readonly point: GrowthPoint | undefined }
  | { readonly what: 'measure'; readonly id: IdOf<'measure'> | undefined };

interface GrowthDialogsProps {
  readonly asked: Asked;
  readonly person: PersonShown;
  readonly measure: MeasureRef;
  readonly onClose: () => void;
  readonly onMeasure: (measure: IdOf<'measure'>) => void;
}

export function GrowthDialogs({ asked, person, measure, onClose, onMeasure }: GrowthDialogsProps) {
  const { me } = useJournal();
  const readingId = asked.what === 'reading' && asked.point?.kind === 'alone' ? asked.point.id : undefined;
  const reading = useView((view) => view.get('reading', readingId));
  const own = useView((view) => view.get('measure', asked.what === 'measure' ? asked.id : undefined));
  if (asked.what === 'measure')
    return <MeasureDialog person={person} measure={own} onClose={onClose} onKept={onMeasure} />;
  if (asked.point && reading && reading.author !== me)
    // From the other journal: to be read.
    return (
      <Dialog
        title="A reading between sessions"
        size="s"
        isOpen
        onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
        footer={<Button onPress={onClose}>Close</Button>}
      >
        <PointStory point={asked.point} />
      </Dialog>
    );
  return <ReadingDialog person={person} measure={measure} reading={reading} onClose={onClose} />;
}
