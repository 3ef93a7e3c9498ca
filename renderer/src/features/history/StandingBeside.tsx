import { isBlank, type RichText } from '#shared/domain/richText.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { bringVersionBack, canWrite } from './bringBack.ts';
import { pairFields } from './comparing.ts';
import { SideBySide } from './Fields.tsx';
import type { Content } from './fields.ts';
import type { Line, Told } from './story.ts';
import { useSay } from './VersionPane.tsx';

/** Versions that stand side by side: each beside what is shown, to be kept, joined or left as they are. */
export function StandingBeside({ told }: { readonly told: Told }) {
  const journal = useJournal();
  const say = useSay();
  const shown = told.lines.find(({ stands }) => stands === 'shown');
  const others = told.lines.filter(({ stands }) => stands === 'beside');
  if (!shown || others.length === 0) return null;
  const isMine = canWrite(journal, told.record);
  const keep = (content: Content, message: string) =>
    void bringVersionBack(journal, told.record, content, message);
  return (
    <section className="history-beside" aria-labelledby={`beside-${told.record}`}>
      <SectionHeading id={`beside-${told.record}`}>
        {others.length === 1
          ? 'Two versions stand side by side'
          : `${others.length + 1} versions stand side by side`}
      </SectionHeading>
      <p>
        It was written on in two places, and neither knew of the other. Both are kept.{' '}
        {isMine
          ? 'Go on with the one you want, or leave it as it is; the other stays among the earlier versions.'
          : 'Only its author can join them.'}
      </p>
      {others.map((other) => {
        const both = joined(shown, other);
        return (
          <div key={other.id} className="history-beside-pair">
            <SideBySide
              areEqual
              pairs={pairFields(other.fields, shown.fields)}
              before={`The other one: ${say(other)}`}
              after={`What is shown: ${say(shown)}`}
            />
            {isMine ? (
              <div className="history-actions">
                {other.content ? (
                  <Button onPress={() => other.content && keep(other.content, 'The other version is kept.')}>
                    Keep the other one
                  </Button>
                ) : null}
                {shown.content ? (
                  <Button onPress={() => shown.content && keep(shown.content, 'What is shown is kept.')}>
                    Keep what is shown
                  </Button>
                ) : null}
                {both ? (
                  <Button
                    look="primary"
                    onPress={() => keep(both, 'Both texts are kept, one after the other.')}
                  >
                    Keep both texts
                  </Button>
                ) : null}
              </div>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

/** What is shown, and below it what the other one says; only for what is one text. */
function joined(shown: Line, other: Line): Content | undefined {
  const [first, second] = [shown.content, other.content];
  if (first?.kind === 'note' && second?.kind === 'note')
    return {
      kind: 'note',
      body: { ...first.body, text: oneAfterTheOther(first.body.text, second.body.text) },
    };
  if (first?.kind === 'noticing' && second?.kind === 'noticing')
    return {
      kind: 'noticing',
      body: { ...first.body, text: oneAfterTheOther(first.body.text, second.body.text) },
    };
  return undefined;
}

function oneAfterTheOther(first: RichText, second: RichText): RichText {
  if (isBlank(first)) return second;
  if (isBlank(second)) return first;
  return {
    ...first,
    content: [...(first.content ?? []), { type: 'horizontalRule' }, ...(second.content ?? [])],
  };
}
