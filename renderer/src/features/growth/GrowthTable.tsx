import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import { type GrowthRow, growthRows } from '#shared/review/growthTable.ts';
import type { PersonShown } from '../../journal/people.ts';
import { halfName, sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { measureName } from '../../journal/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { caption, linesAtFirst } from './growthView.ts';
import { SaveCsv } from './SaveCsv.tsx';
import { useSay } from './useSay.ts';

interface GrowthTableProps {
  readonly person: PersonShown;
  readonly measure: MeasureRef;
  readonly points: readonly GrowthPoint[];
  /** A reading somebody came here for: its line is shown, however far down it stands. */
  readonly sought: IdOf<'reading'> | undefined;
  readonly onOpen: (point: GrowthPoint) => void;
}

/** The figures of the chart in a table, the latest first, to read, to follow and to take along. */
export function GrowthTable({ person, measure, points, sought, onOpen }: GrowthTableProps) {
  const days = useDayWords();
  const say = useSay();
  const name = useView((view) => measureName(view, measure));
  const [isWhole, setWhole] = useState(false);
  const rows = useMemo(() => growthRows(points), [points]);
  const openRow = useCallback(
    (id: GrowthRow['id']) => {
      const point = points.find((candidate) => candidate.id === id);
      if (point) onOpen(point);
    },
    [points, onOpen],
  );
  const latestFirst = useMemo(() => rows.toReversed(), [rows]);
  const shown = isWhole ? latestFirst : linesAtFirst(latestFirst, sought);
  const who = person.side === 'me' ? 'you' : person.name;
  return (
    <section className="growth-part" aria-labelledby="growth-table">
      <SectionHeading id="growth-table" aside={<SaveCsv rows={rows} person={person} measure={name} />}>
        The same in figures
      </SectionHeading>
      <table className="growth-table" data-person={person.side}>
        <caption>
          {name}, <bdi>{who}</bdi>: {caption(points, say)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Session</th>
            <th scope="col" className="growth-table-figure">
              Before
            </th>
            <th scope="col" className="growth-table-figure">
              After
            </th>
            <th scope="col">What makes it that</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} day={days.words(row.day, 'short')} onOpen={openRow} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <Button onPress={() => setWhole(true)}>{`Show all ${say.number(rows.length)} lines`}</Button>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly row: GrowthRow;
  readonly day: string;
  readonly onOpen: (id: GrowthRow['id']) => void;
}

function Row({ row, day, onOpen }: RowProps) {
  const title = useView((view) => {
    const session = row.session && view.get('session', row.session);
    return session ? sessionName(session.body) : undefined;
  });
  return (
    <tr>
      <td className="growth-table-day">{day}</td>
      <td>
        {row.session === undefined ? (
          <Button look="plain" size="s" onPress={() => onOpen(row.id)}>
            Between sessions
          </Button>
        ) : (
          <Link href={`/sessions/${row.session}`}>
            {title}, {halfName(row.half ?? 1).toLowerCase()}
          </Link>
        )}
      </td>
      <td className="growth-table-figure">{row.before ?? '–'}</td>
      <td className="growth-table-figure">{row.after ?? '–'}</td>
      <td className="growth-table-words">
        <Said moment="before" words={row.wordsBefore} />
        <Said moment="after" words={row.wordsAfter} />
      </td>
    </tr>
  );
}

/** What made it that, with the dot it belongs to. */
function Said({ moment, words }: { readonly moment: 'before' | 'after'; readonly words: string }) {
  if (words === '') return null;
  return (
    <p>
      <i className="growth-mark" data-mark={moment} aria-hidden="true" />
      <span className="visually-hidden">{moment}: </span>
      {words}
    </p>
  );
}
