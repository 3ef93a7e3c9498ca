import './history.css';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { queryWords } from '#shared/search/fold.ts';
import { pathToHistory, pathToId } from '../../journal/paths.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { timeOf, useDayWords } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { PickList } from '../../ui/PickList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { EraseForGood } from './EraseForGood.tsx';
import { FieldsToRead } from './Fields.tsx';
import { ReadingOn } from './ReadingOn.tsx';
import { bringingBack, type Discard, deletedIds, discardsOf, type Gone } from './trash.ts';
import { useRevisionsOf } from './useRevisionsOf.ts';
import { runsOf, yearOf } from './when.ts';

/** Everything that was deleted, to be read and brought back. It never empties itself. */
export function TrashPage() {
  const { view } = useJournal();
  const version = useVersion();
  const complete = useComplete();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is one object; its version tells that it changed
  const ids = useMemo(() => deletedIds(view), [view, version]);
  const reading = useRevisionsOf(ids, false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const discards = useMemo(
    () => (reading.state === 'read' ? discardsOf(view, reading.revisions) : undefined),
    [reading, view, version],
  );
  const isKnown = complete && discards !== undefined;
  return (
    <article className="history">
      <PageHeader title="Deleted things" eyebrow={<Link href="/settings">Settings</Link>}>
        What you delete is kept here, readable in full, until you decide otherwise. Nothing here goes away by
        itself.
      </PageHeader>
      {isKnown ? null : <ReadingOn reading={reading} />}
      {isKnown && discards.length === 0 ? (
        <EmptyPage>
          Nothing has been deleted. When something is, it waits here with all its words, and can be brought
          back in a year as well as in a minute.
        </EmptyPage>
      ) : null}
      {isKnown && discards.length > 0 ? <Discards discards={discards} /> : null}
    </article>
  );
}

function Discards({ discards }: { readonly discards: readonly Discard[] }) {
  const days = useDayWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const words = queryWords(query);
  const found = discards.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const shown = found.find(({ root }) => root.record === chosen) ?? found[0];
  const groups = runsOf(found, ({ day }) => yearOf(day)).map((items) => ({
    title: items[0] ? yearOf(items[0].day) : '',
    items: items.map(({ root, places, day, members }) => {
      const { what, name, icon } = root.naming;
      const deleted = `deleted on ${days.words(day, 'dayAndMonth')}`;
      const more = members.length > 0 ? `with ${members.length} more` : '';
      return {
        id: root.record,
        name: [what, name, ...places, deleted, more].filter(Boolean).join(', '),
        children: (
          <>
            <span className="history-line-what">
              <Icon name={icon} size={16} />
              <span className="history-line-name" dir="auto">
                {name || what}
              </span>
            </span>{' '}
            <span className="aside history-line-of">
              {[name ? what : '', ...places.slice(0, 1), days.words(day, 'brief'), more]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
      };
    }),
  }));
  return (
    <div className="history-panes">
      <div className="history-list">
        <TextField
          label="Look for words"
          type="search"
          value={query}
          onChange={setQuery}
          description={words.length > 0 ? `${found.length} of ${discards.length} deleted things` : undefined}
        />
        <PickList label="Deleted things" groups={groups} selected={shown?.root.record} onSelect={setChosen} />
      </div>
      {shown ? (
        <DiscardPane key={shown.root.record} discard={shown} />
      ) : (
        <p>Nothing deleted holds all of these words.</p>
      )}
    </div>
  );
}

/** One deleted thing in full, with what was deleted along with it. */
function DiscardPane({ discard }: { readonly discard: Discard }) {
  const journal = useJournal();
  const days = useDayWords();
  const [, go] = useLocation();
  const { root, members, places, by, day, at, holders } = discard;
  const { what, name, person } = root.naming;

  const bringBack = async () => {
    const outcome = await journal.write(bringingBack(discard));
    if (!outcome.ok) return;
    const path = pathToId(journal.view, root.record, '/');
    toast({ message: `${what} brought back.`, action: { label: 'Show it', onPress: () => go(path) } });
  };

  return (
    <section className="history-pane" aria-label="The chosen thing">
      <header className="history-pane-head">
        <div>
          <h2>
            {what}
            {name === '' || person ? null : (
              <>
                : <bdi>{name}</bdi>
              </>
            )}
          </h2>
          <p className="aside">
            Deleted on {days.words(day, 'long')}, {timeOf(at)}
            {by.side === 'me' ? null : (
              <>
                , by <bdi>{by.name}</bdi>
              </>
            )}
            {places.length > 0 ? (
              <>
                . It belonged to: <bdi>{places.join(', ')}</bdi>
              </>
            ) : null}
          </p>
        </div>
        <div className="history-actions">
          <Button onPress={() => go(pathToHistory(root.record))} icon="clock">
            Earlier versions
          </Button>
          {root.isMine ? (
            <Button look="primary" icon="undo" onPress={() => void bringBack()}>
              Bring back
            </Button>
          ) : null}
        </div>
      </header>
      {holders.length > 0 ? (
        <p className="aside">
          What it belonged to was deleted too, and comes back with it:{' '}
          {holders.map(({ naming }) => naming.name || naming.what).join(', ')}.
        </p>
      ) : null}
      {root.isMine ? null : (
        <p className="aside">
          It came from <bdi>{by.name}</bdi>’s journal and was deleted there, so only they can bring it back.
        </p>
      )}
      <FieldsToRead fields={root.fields} />
      {members.map((member) => (
        <Member key={member.record} member={member} />
      ))}
      <EraseForGood discard={discard} />
    </section>
  );
}

const saidAlready: ReadonlySet<string> = new Set(['Half', 'Day', 'Promised by', 'Made on']);

/** The words of what went along; its days, and what its name says already, are left out. */
function Member({ member: { content, naming, fields } }: { readonly member: Gone }) {
  if (content.kind === 'reading') {
    const { value, words } = content.body;
    return (
      <section className="history-member" data-brief>
        <PersonLine person={naming.person?.side ?? 'other'}>
          <bdi>{naming.what}</bdi>: {value ?? 'not rated'}
        </PersonLine>
        {words === '' ? null : (
          <p className="words" dir="auto">
            {words}
          </p>
        )}
      </section>
    );
  }
  return (
    <section className="history-member">
      {naming.person ? (
        <PersonLine person={naming.person.side}>
          <bdi>{naming.what}</bdi>
        </PersonLine>
      ) : (
        <h3>{naming.what}</h3>
      )}
      <FieldsToRead fields={fields.filter(({ name }) => !saidAlready.has(name))} />
    </section>
  );
}
