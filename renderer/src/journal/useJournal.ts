/** @file How pages read and write the open journal. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { invariant } from '#shared/base/assert.ts';
import type { Body, IdOf, Kind } from '#shared/domain/record.ts';
import type { Journal } from './journal.ts';
import type { Saving } from './saving.ts';
import type { View } from './view.ts';

export const JournalContext = createContext<Journal | undefined>(undefined);

export function useJournal(): Journal {
  const journal = useContext(JournalContext);
  invariant(journal !== undefined, 'pages stand inside an open journal');
  return journal;
}

/** The view's version: a dependency for whatever is worked out from it. */
export function useVersion(): number {
  const { changed } = useJournal();
  return useSyncExternalStore(changed.subscribe, changed.get);
}

/** What a query finds in the journal, found again after every change. Keep the query cheap, or memoise on `useVersion`. */
export function useView<T>(query: (view: View) => T): T {
  useVersion();
  return query(useJournal().view);
}

/** True once every record is in memory; until then pages show what there is. */
export function useComplete(): boolean {
  const { complete } = useJournal();
  return useSyncExternalStore(complete.subscribe, complete.get);
}

export function useSaving(): Saving {
  const { saving } = useJournal();
  return useSyncExternalStore(saving.subscribe, saving.get);
}

export interface Draft<K extends Kind> {
  /** The record as it stands on the page: what is being typed, else what is kept, else `initial`. */
  readonly body: Body<K>;
  /** Changes some of it. Kept by itself soon after; nothing else needs to be called. */
  readonly change: (patch: Partial<Body<K>>) => void;
}

/**
 * A record that somebody types into. With a new id and `initial`, the record begins with the first change and not
 * before. It becomes a revision on blur, navigation, lock and quit, or after ten seconds of rest.
 */
export function useDraft<K extends Kind>(kind: K, id: IdOf<K>, initial: Body<K>): Draft<K> {
  const { drafts, view } = useJournal();
  useVersion();
  useSyncExternalStore(drafts.changed.subscribe, drafts.changed.get);
  const current = useCallback(
    (fallback: Body<K>) => (drafts.peek(id) as Body<K> | undefined) ?? view.get(kind, id)?.body ?? fallback,
    [drafts, view, kind, id],
  );
  const change = useCallback(
    (patch: Partial<Body<K>>) => drafts.change(kind, id, { ...current(initial), ...patch }),
    [drafts, kind, id, current, initial],
  );
  return { body: current(initial), change };
}
