import type { PersonId } from '#shared/domain/record.ts';
import { type PersonShown, usePair } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useDayWords } from '../../ui/days.ts';
import { isWorded } from './agreementView.ts';

/** Each of the two says yes to this version, on a day. Said aloud it counts; either may tick for both. */
export function Acceptance({ version }: { readonly version: Entry<'agreement'> }) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const days = useDayWords();

  const canAccept = isWorded(version.body);

  const accept = async (person: PersonId, isAccepted: boolean) => {
    await journal.drafts.settle(version.id);
    const body = journal.view.get('agreement', version.id)?.body;
    if (!body) return;
    const others = body.accepted.filter((one) => one.person !== person);
    const accepted = isAccepted ? [...others, { person, day: journal.clock.today() }] : others;
    await journal.write([{ op: 'put', kind: 'agreement', id: version.id, body: { ...body, accepted } }]);
  };

  const one = ({ id, name, side }: PersonShown) => {
    const day = version.body.accepted.find(({ person }) => person === id)?.day;
    return (
      <div key={id} data-person={side}>
        <Checkbox
          isSelected={day !== undefined}
          isDisabled={!canAccept && day === undefined}
          onChange={(isAccepted) => void accept(id, isAccepted)}
          detail={day ? days.words(day, 'long') : canAccept ? 'Not yet' : 'Write at least one answer first'}
        >
          <bdi>{name}</bdi> accepts this
        </Checkbox>
      </div>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two answers on a page, each kept at once; not a form
    <div className="agreement-acceptance" role="group" aria-label="Accepted by">
      {one(me)}
      {one(buddy)}
    </div>
  );
}
