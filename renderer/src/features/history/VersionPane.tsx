import { useState } from 'react';
import type { RevisionId } from '#shared/base/ids.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { timeOf, useDayWords } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { bringVersionBack, canWrite } from './bringBack.ts';
import { pairFields } from './comparing.ts';
import { FieldsToRead, SideBySide } from './Fields.tsx';
import type { Line, Told } from './story.ts';

type Look = 'read' | 'before' | 'now';

/** One version: to be read, laid beside another, and brought back. */
export function VersionPane({ line, told }: { readonly line: Line; readonly told: Told }) {
  const journal = useJournal();
  const say = useSay();
  const [wanted, setWanted] = useState<Look>('read');
  const byId = new Map(told.lines.map((each): readonly [RevisionId, Line] => [each.id, each]));
  const before = line.before === undefined ? undefined : byId.get(line.before);
  const now = told.lines.find(({ stands }) => stands === 'shown');
  const choices = [
    { value: 'read', label: 'As it was' },
    ...(before ? [{ value: 'before', label: 'Beside the one before' } as const] : []),
    ...(now && now.id !== line.id ? [{ value: 'now', label: 'Beside what stands now' } as const] : []),
  ] as const;
  const look = choices.some(({ value }) => value === wanted) ? wanted : 'read';
  const isReadable = line.content !== undefined;
  const { content } = line;

  return (
    <section className="history-pane" aria-label="The chosen version">
      <header className="history-pane-head">
        <div>
          <h2>
            {told.naming.what}
            {told.naming.what === '' || told.naming.name === '' || told.naming.person ? null : (
              <>
                : <bdi>{told.naming.name}</bdi>
              </>
            )}
          </h2>
          <p className="aside">
            {told.places.length > 0 ? (
              <>
                <bdi>{told.places.join(', ')}</bdi>.{' '}
              </>
            ) : null}
            {say(line)}
            {line.stands === 'shown' ? '. This is what stands now.' : null}
            {line.stands === 'beside' ? '. It stands beside what is shown now.' : null}
          </p>
        </div>
        {content && line.stands !== 'shown' && canWrite(journal, line.record) ? (
          <Button
            look="primary"
            icon="undo"
            onPress={() => void bringVersionBack(journal, line.record, content, 'This version is back.')}
          >
            Bring this version back
          </Button>
        ) : null}
      </header>
      {line.isClockOff ? (
        <Notice>
          The clock was off when this was written: its time does not fit what came before it. Its place in the
          list is right all the same.
        </Notice>
      ) : null}
      {isReadable && choices.length > 1 ? (
        <Segmented label="How to look at it" hideLabel value={look} onChange={setWanted} choices={choices} />
      ) : null}
      {line.op === 'delete' ? (
        <p>It was deleted here. What it said until then is in the version before.</p>
      ) : null}
      {line.op !== 'delete' && !isReadable ? (
        <p>A newer Stringwalk wrote this. It is kept as it came, and a newer version will show it.</p>
      ) : null}
      {isReadable && look === 'read' ? <FieldsToRead fields={line.fields} /> : null}
      {look === 'before' && before ? (
        <SideBySide
          pairs={pairFields(before.fields, line.fields)}
          before={`Before: ${say(before)}`}
          after={`This one: ${say(line)}`}
        />
      ) : null}
      {look === 'now' && now ? (
        <SideBySide
          pairs={pairFields(line.fields, now.fields)}
          before={`This one: ${say(line)}`}
          after={`What stands now: ${say(now)}`}
        />
      ) : null}
    </section>
  );
}

/** "8 November 2026, 14:05, by Maya". */
export function useSay(): (line: Line) => string {
  const days = useDayWords();
  return ({ day, at, by, isElsewhere }) =>
    [
      `${days.words(day, 'long')}, ${timeOf(at)}`,
      by.side === 'me' ? '' : `by ${by.name}`,
      isElsewhere ? 'in another copy of your journal' : '',
    ]
      .filter(Boolean)
      .join(', ');
}
