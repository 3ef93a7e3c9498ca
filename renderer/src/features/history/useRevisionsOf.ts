/** @file A record's history as a page shows it: read once, and again when something was written. */
import { useEffect, useMemo, useState } from 'react';
import type { RecordId } from '#shared/base/ids.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { historyOf } from '../../journal/history.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';

export type Reading =
  | { readonly state: 'reading'; readonly read: number; readonly total: number; readonly stop: () => void }
  | { readonly state: 'stopped'; readonly goOn: () => void }
  | { readonly state: 'read'; readonly revisions: readonly Revision[] };

/** Every revision of the records; with `withMembers`, of all that was ever part of them too. */
export function useRevisionsOf(records: readonly RecordId[], withMembers: boolean): Reading {
  const journal = useJournal();
  const parts = useVault();
  const version = useVersion();
  const [revisions, setRevisions] = useState<readonly Revision[]>();
  const [progress, setProgress] = useState({ read: 0, total: 0 });
  const [stopped, setStopped] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const asked = records.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is why: something was written, so there is more to read
  useEffect(() => {
    if (stopped) return;
    const stop = new AbortController();
    historyOf(journal, parts)
      .revisionsOf(asked === '' ? [] : (asked.split(' ') as RecordId[]), {
        withMembers,
        signal: stop.signal,
        onProgress: (read, total) => {
          if (!stop.signal.aborted) setProgress({ read, total });
        },
      })
      .then(setRevisions, (reason: unknown) => {
        if (!stop.signal.aborted) setProblem(reason);
      });
    return () => stop.abort();
  }, [journal, parts, version, asked, withMembers, stopped]);

  // A disk that does not answer: the page's own boundary says so.
  if (problem !== undefined) throw problem;
  return useMemo(() => {
    if (revisions) return { state: 'read', revisions };
    if (stopped) return { state: 'stopped', goOn: () => setStopped(false) };
    return { state: 'reading', ...progress, stop: () => setStopped(true) };
  }, [revisions, stopped, progress]);
}
