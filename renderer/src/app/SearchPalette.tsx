import './searchPalette.css';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import { fold, queryWords } from '#shared/search/fold.ts';
import { type Scan, scan } from '#shared/search/scan.ts';
import { type Command, placeNames, places } from '#shared/shell/commands.ts';
import { type Found, findables } from '../journal/findables.ts';
import { markedWords } from '../journal/marked.ts';
import { useComplete, useJournal, useVersion } from '../journal/useJournal.ts';
import type { View } from '../journal/view.ts';
import { type CommandGroup, CommandList, type Command as ListCommand } from '../ui/CommandList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useDayWords } from '../ui/days.ts';
import type { IconName } from '../ui/iconPaths.ts';
import { modifier } from '../ui/modifier.ts';
import { type Piece, resultOf } from './searchResults.ts';

/** What fits on the sheet and a little more: every row costs its share of the next key. More come when asked for. */
const shownAtFirst = 8;
const shownMore = 50;
/** One letter matches nearly every action; what people wrote comes first. */
const actionsBesideWords = 4;

interface Action {
  readonly text: string;
  readonly icon: IconName;
  readonly command: Command;
  readonly end?: string;
}

const actions: readonly Action[] = [
  { text: 'New session', icon: 'plus', command: { name: 'new-session' }, end: `${modifier} N` },
  { text: 'New question', icon: 'plus', command: { name: 'new-question' } },
  { text: 'New timeline', icon: 'plus', command: { name: 'new-timeline' } },
  { text: 'New goal', icon: 'plus', command: { name: 'new-goal' } },
  ...places.map(
    (place): Action => ({ text: `Go to ${placeNames[place]}`, icon: place, command: { name: 'go', place } }),
  ),
  { text: 'Import a share', icon: 'import', command: { name: 'import-share' } },
  { text: 'Deleted things', icon: 'trash', command: { name: 'trash' } },
  { text: 'Lock the journal', icon: 'lock', command: { name: 'lock' }, end: `${modifier} L` },
  { text: 'Keyboard shortcuts', icon: 'info', command: { name: 'shortcuts' } },
];

interface SearchProps {
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

/** Search over every word of every kind, and every command by name. */
export function SearchPalette({ run, onClose }: SearchProps) {
  return (
    <Dialog title="Search" isOpen onOpenChange={onClose} size="l">
      <Search run={run} onClose={onClose} />
    </Dialog>
  );
}

/** Inside the sheet, so that a key draws the list again and not the dialog around it. */
function Search({ run, onClose }: SearchProps) {
  const { view } = useJournal();
  const version = useVersion();
  const complete = useComplete();
  const [, go] = useLocation();
  const days = useDayWords();
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(shownAtFirst);
  const words = useMemo(() => queryWords(query), [query]);
  const found = useNarrowingScan(view, version, query, words, most);

  const choose = (action: Action) => {
    onClose();
    run(action.command);
  };
  const open = (path: string) => {
    onClose();
    go(path);
    // After the navigation, which clears what was marked before.
    setTimeout(() => markedWords.set(query), 0);
  };

  const allMatching = actions.filter(({ text }) => words.every((word) => fold(text).includes(word)));
  const matching = words.length > 0 ? allMatching.slice(0, actionsBesideWords) : allMatching;
  const groups: CommandGroup[] = [
    {
      id: 'words',
      title: `${found.total} found`,
      commands: found.hits.map((hit) => {
        const { id, icon, text, detail, day, path } = resultOf(view, hit, words);
        return {
          id,
          icon,
          text: <Pieces pieces={text} />,
          detail,
          end: day === '' ? undefined : days.words(day as Day, 'short'),
          onAction: () => open(path),
        };
      }),
    },
    {
      id: 'more',
      title: '',
      commands: found.total > found.hits.length ? [showMore(found.total)] : [],
    },
    {
      id: 'actions',
      title: 'Do and go',
      commands: matching.map((action) => ({
        id: action.text.replaceAll(' ', '-'),
        text: action.text,
        icon: action.icon,
        end: action.end,
        onAction: () => choose(action),
      })),
    },
  ];

  return (
    <div className="search-palette">
      <CommandList
        label="Search"
        query={query}
        onQueryChange={(typed) => {
          setQuery(typed);
          setMost(shownAtFirst);
        }}
        groups={groups}
        placeholder="A word somebody wrote, a place, a question"
        empty="Nothing in this journal holds all of these words."
        summary={words.length > 0 ? `${found.total} found` : undefined}
      />
      {complete ? null : (
        <p className="aside">Older years are still being read; more may be found in a moment.</p>
      )}
    </div>
  );

  function showMore(total: number): ListCommand {
    const left = total - found.hits.length;
    const text = left > shownMore ? `Show ${shownMore} more` : `Show the other ${left}`;
    return { id: 'show-more', text, icon: 'chevronDown', onAction: () => setMost(most + shownMore) };
  }
}

/** A longer query can only find less: it looks through what the shorter one found, and only for what is new in it. */
function useNarrowingScan(
  view: View,
  version: number,
  query: string,
  words: readonly string[],
  most: number,
): Scan<Found> {
  const last = useRef<{
    readonly version: number;
    readonly query: string;
    readonly words: readonly string[];
    readonly all: readonly Found[];
  }>(undefined);
  return useMemo(() => {
    const before = last.current;
    const narrows = before?.version === version && query.startsWith(before.query) && !query.includes('"');
    const result = narrows ? scan(before.all, words, most, before.words) : scan(findables(view), words, most);
    last.current = words.length > 0 ? { version, query, words, all: result.all } : undefined;
    return result;
  }, [view, version, query, words, most]);
}

/** Only what is marked has an element of its own: the fewer there are, the less every key has to lay out. */
function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <span className="search-words">
      {pieces.map(({ text, marked }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in its order
        marked ? <mark key={index}>{text}</mark> : text,
      )}
    </span>
  );
}
