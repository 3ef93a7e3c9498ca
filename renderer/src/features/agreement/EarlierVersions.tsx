import { usePair } from '../../journal/people.ts';
import type { Entry } from '../../journal/view.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { AgreementChanges, AgreementText } from './AgreementText.tsx';

/** What the two agreed before, the latest first; each with what it changed. */
export function EarlierVersions({ versions }: { readonly versions: readonly Entry<'agreement'>[] }) {
  const { me, buddy } = usePair();
  const days = useDayWords();
  if (versions.length === 0) return null;
  const nameOf = (person: string) => [me, buddy].find(({ id }) => id === person)?.name ?? 'Somebody';
  return (
    <section className="agreement-earlier" aria-labelledby="earlier-agreements">
      <SectionHeading id="earlier-agreements">Earlier versions</SectionHeading>
      <ul>
        {versions.map(({ id, body }, index) => {
          const before = versions[index + 1];
          return (
            <li key={id}>
              <Disclosure
                title={`${days.words(body.day, 'long')}${body.until ? ` to ${days.words(body.until, 'long')}` : ''}`}
              >
                <p className="aside">
                  {body.accepted.length === 0
                    ? 'Never accepted'
                    : body.accepted
                        .map(
                          ({ person, day }) => `${nameOf(person)} accepted it on ${days.words(day, 'long')}`,
                        )
                        .join(', ')}
                </p>
                <AgreementText agreement={body} />
                {before ? (
                  <>
                    <h3 className="agreement-changes-title">What changed then</h3>
                    <AgreementChanges before={before.body} after={body} />
                  </>
                ) : null}
              </Disclosure>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
