import type { Agreement } from '#shared/domain/agreement.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useDayWords } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Acceptance } from './Acceptance.tsx';
import { AgreementChanges, AgreementText } from './AgreementText.tsx';
import { endingOf } from './agreementView.ts';

export interface CurrentVersionProps {
  readonly version: Entry<'agreement'>;
  /** The one it replaced. */
  readonly before: Agreement | undefined;
  /** The one that binds the two until both have said yes to this. */
  readonly holdingMeanwhile: Agreement | undefined;
  readonly onRenew: () => void;
}

/** What holds now: to be read, accepted, and renewed when its time is nearly up. */
export function CurrentVersion({ version, before, holdingMeanwhile, onRenew }: CurrentVersionProps) {
  const { clock } = useJournal();
  const days = useDayWords();
  const { body } = version;
  const ending = endingOf(body, clock.today());
  return (
    <section className="agreement-current" aria-label="The agreement as it stands">
      {ending && body.until ? (
        <Notice action={<Button onPress={onRenew}>Renew for three months</Button>}>
          {ending === 'soon'
            ? `This holds until ${days.words(body.until, 'long')}. A good thing to look at together when you next meet.`
            : `This held until ${days.words(body.until, 'long')}. Renew it as it is, change it, or let it rest a while.`}
        </Notice>
      ) : null}
      {holdingMeanwhile ? (
        <p className="aside">
          Until both of you have said yes to this, what you agreed on{' '}
          {days.words(holdingMeanwhile.day, 'long')} holds.
        </p>
      ) : null}
      <AgreementText agreement={body} />
      <Acceptance version={version} />
      {before ? (
        <Disclosure title={`What changed since ${days.words(before.day, 'long')}`}>
          <AgreementChanges before={before} after={body} />
        </Disclosure>
      ) : null}
    </section>
  );
}
