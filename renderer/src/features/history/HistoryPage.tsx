import './history.css';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '#shared/base/ids.ts';
import { pathToId } from '../../journal/paths.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import { timeOf, useDayWords } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { PickList } from '../../ui/PickList.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ReadingOn } from './ReadingOn.tsx';
import { StandingBeside } from './StandingBeside.tsx';
import { type Line, type Story, storyOf, type Told } from './story.ts';
import { type Reading, useRevisionsOf } from './useRevisionsOf.ts';
import { VersionPane } from './VersionPane.tsx';
import { runsOf } from './when.ts';

/** Every version of a record, and of all that belongs to it. */
export function HistoryPage({ id }: { readonly id: string }) {
  const record = id as RecordId;
  const asked = useMemo(() => [record], [record]);
  const reading = useRevisionsOf(asked, true);
  const [isEverySave, setEverySave] = useState<boolean>();
  const story = useStory(reading, isEverySave);
  const root = story?.records.find((told) => told.record === record);
  if (!story) {
    return (
      <>
        <PageHeader title="Earlier versions" />
        <ReadingOn reading={reading} />
      </>
    );
  }
  if (!root) {
    return (
      <PageHeader title="Earlier versions">
        This journal knows nothing of it; the address may have been mistyped.{' '}
        <Link href="/trash">Deleted things</Link> and <Link href="/">Today</Link> are one step away.
      </PageHeader>
    );
  }
  return <OneHistory key={record} story={story} root={root} onEverySave={setEverySave} />;
}

function useStory(reading: Reading, isEverySave: boolean | undefined): Story | undefined {
  const { view, replica, clock } = useJournal();
  const version = useVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is one object; its version tells that it changed
  return useMemo(
    () =>
      reading.state === 'read'
        ? storyOf(view, reading.revisions, { replica, now: clock.now(), isEverySave })
        : undefined,
    [reading, view, version, replica, clock, isEverySave],
  );
}

interface OneHistoryProps {
  readonly story: Story;
  readonly root: Told;
  readonly onEverySave: (isEverySave: boolean) => void;
}

const everything = 'everything';

function OneHistory({ story, root, onEverySave }: OneHistoryProps) {
  const journal = useJournal();
  const [scope, setScope] = useState<string>(everything);
  const [chosen, setChosen] = useState<string>();
  const records =
    scope === everything ? story.records : story.records.filter(({ record }) => record === scope);
  const toldOf = new Map(story.records.map((told) => [told.record, told]));
  const lines = scope === everything ? story.lines : (records[0]?.lines ?? []);
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  const told = line && toldOf.get(line.record);
  const { naming, record } = root;
  const back = pathToId(journal.view, record, '/trash');
  const isGone = journal.view.deleted().some(({ id }) => id === record);
  return (
    <article className="history">
      <PageHeader
        title="Earlier versions"
        eyebrow={
          <Link href={back}>
            <bdi>{naming.person || naming.name === '' ? naming.what : `${naming.what}: ${naming.name}`}</bdi>
          </Link>
        }
      >
        Nothing that was kept here is gone, unless you erased it for good. Choose a version to read it, lay it
        beside another, or bring it back.
      </PageHeader>
      {isGone ? (
        <Notice>
          This was deleted. It can be brought back here, or with all that went with it from{' '}
          <Link href="/trash">Deleted things</Link>.
        </Notice>
      ) : null}
      {records.map((each) => (
        <StandingBeside key={each.record} told={each} />
      ))}
      <div className="history-panes">
        <div className="history-list">
          {story.records.length > 1 ? (
            <Select
              label="Versions of"
              value={scope}
              onChange={setScope}
              choices={[
                { value: everything, label: 'All that belongs to it' },
                ...story.records.map((each) => ({
                  value: each.record as string,
                  label:
                    each.naming.name && !each.naming.person
                      ? `${each.naming.what}: ${each.naming.name}`
                      : each.naming.what,
                  detail: each.record === record ? undefined : each.places[0],
                })),
              ]}
            />
          ) : null}
          {story.savesBetween > 0 ? (
            <Switch isSelected={story.isEverySave} onChange={onEverySave}>
              Every save in between
            </Switch>
          ) : null}
          <Versions
            lines={lines}
            toldOf={toldOf}
            isMixed={records.length > 1}
            chosen={line?.id}
            onChoose={setChosen}
          />
        </div>
        {line && told ? <VersionPane key={line.record} line={line} told={told} /> : null}
      </div>
    </article>
  );
}

interface VersionsProps {
  readonly lines: readonly Line[];
  readonly toldOf: ReadonlyMap<RecordId, Told>;
  /** Of several records: each line says which. */
  readonly isMixed: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function Versions({ lines, toldOf, isMixed, chosen, onChoose }: VersionsProps) {
  const days = useDayWords();
  const groups = runsOf(lines, ({ day }) => day).map((items) => ({
    title: items[0] ? days.words(items[0].day, 'full') : '',
    items: items.map((line) => {
      const told = toldOf.get(line.record);
      const of = isMixed && told ? [told.naming.what, ...told.places.slice(0, 1)].join(', ') : '';
      const by = line.by.side === 'me' ? '' : `by ${line.by.name}`;
      const note =
        line.stands === 'shown' ? 'stands now' : line.stands === 'beside' ? 'stands beside it' : '';
      return {
        id: line.id,
        name: [timeOf(line.at), line.what, of, by, note].filter(Boolean).join(', '),
        children: (
          <>
            <span className="history-line-what">
              <span className="history-line-time">{timeOf(line.at)}</span> <span>{line.what}</span>
            </span>{' '}
            <span className="aside history-line-of">
              {line.by.side === 'me' ? null : <PersonMark person={line.by.side} size="dot" />}
              {[of, by, line.isClockOff ? 'clock was off' : '', isMixed ? '' : note]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
      };
    }),
  }));
  return <PickList label="Versions" groups={groups} selected={chosen} onSelect={onChoose} />;
}
