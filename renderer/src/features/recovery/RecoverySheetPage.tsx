import './recovery.css';
import { useEffect, useRef } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useLocation, useSearch } from 'wouter';
import { unreachable } from '#shared/base/assert.ts';
import { dayOf } from '#shared/base/time.ts';
import { Button } from '../../ui/Button.tsx';
import { longDay } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { toast } from '../../ui/Toast.tsx';
import { CheckSheet } from './CheckSheet.tsx';
import { RecoveryPaper } from './RecoveryPaper.tsx';
import { paperOf, SheetActions } from './SheetActions.tsx';
import { useRecoverySheet } from './useRecoverySheet.ts';

/** By what the address names; anything else leads to Today. */
const onwardPaths: Readonly<Record<string, string>> = { import: '/share?import', settings: '/settings' };

/** Shows a recovery sheet, once, and has two groups of it typed back. */
export function RecoverySheetPage() {
  const [, go] = useLocation();
  const { locale } = useLocale();
  // From here people go on to what they came for; the sheet is not found again by going back.
  const onwards = onwardPaths[new URLSearchParams(useSearch()).get('then') ?? ''] ?? '/';
  const goOn = () => go(onwards, { replace: true });
  const sheet = useRecoverySheet(() => {
    toast({ message: 'The sheet is right. Put it where you keep what matters.' });
    goOn();
  });
  const { step } = sheet;
  const later = () => {
    sheet.putOff();
    goOn();
  };

  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.at === 'sheet') page.current?.querySelector('h1')?.focus();
  }, [step.at]);

  return (
    <div className="recovery" ref={page}>
      {body()}
    </div>
  );

  function body() {
    switch (step.at) {
      case 'looking':
        return null;
      case 'making':
        return <Progress label="Making the key" value={undefined} detail="" />;
      case 'asking':
        return (
          <>
            <PageHeader title="Recovery sheet">{beforeAnother(step.confirmedAt)}</PageHeader>
            <div className="recovery-actions">
              <Button look="primary" onPress={sheet.make}>
                Show a new sheet
              </Button>
              <Button onPress={goOn}>Leave it as it is</Button>
            </div>
          </>
        );
      case 'sheet':
        return (
          <>
            <div data-print="hide">
              <PageHeader title="Your recovery sheet">
                {sheet.isBesideChecked
                  ? 'It opens your journal once two of its groups are typed back. Until then your earlier sheet does: keep that one.'
                  : 'It opens your journal when the passphrase is forgotten, and its backups when this computer is gone.'}{' '}
                It is shown only now, and nobody else has it.
              </PageHeader>
            </div>
            <div className="recovery-desk">
              <RecoveryPaper recovery={step.recovery} />
              <SheetActions
                paper={paperOf(locale)}
                onContinue={() => sheet.check(step.recovery)}
                onLater={later}
              />
            </div>
          </>
        );
      case 'checking':
        return (
          <>
            <PageHeader title="Two groups, from the paper">
              Take the sheet in your hand and type these two. Then it is certain that it is there, and that it
              can be read.
            </PageHeader>
            <CheckSheet
              recovery={step.recovery}
              asked={step.asked}
              failed={step.failed}
              onRight={sheet.confirm}
              onBack={() => sheet.back(step.recovery)}
              onLater={later}
            />
          </>
        );
      case 'failed':
        return (
          <>
            <PageHeader title="Recovery sheet" />
            <Notice
              look="problem"
              title="The sheet could not be made just now."
              action={<Button onPress={sheet.make}>Try again</Button>}
            >
              This computer did not let Stringwalk write its file. Everything is as it was.
            </Notice>
            <div className="recovery-actions">
              <Button look="plain" onPress={later}>
                Later
              </Button>
            </div>
          </>
        );
      default:
        return unreachable(step);
    }
  }
}

function beforeAnother(confirmedAt: number | undefined): string {
  return confirmedAt === undefined
    ? 'A sheet was shown before, but never checked. It holds until you show a new one; then it no longer opens this journal, only backups and copies made before. Destroy it then, and not earlier.'
    : `You checked your sheet on ${longDay(dayOf(confirmedAt))}. It holds until two groups of a new one are typed back; then it no longer opens this journal, only backups and copies of its files that were made before.`;
}
