import { useCallback, useEffect, useRef, useState } from 'react';
import type { PersonId } from '#shared/domain/record.ts';
import { useBackups } from '../../journal/backup/useBackups.ts';
import { usePair } from '../../journal/people.ts';
import { onMessage, shell } from '../../journal/shell.ts';
import { useComplete, useJournal } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';
import { type Trouble, troubleWords } from './importView.ts';
import { Import, type Opened } from './importWork.ts';

export interface ShareToOpen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportState =
  | { readonly at: 'waiting' }
  | { readonly at: 'locked'; readonly file: ShareToOpen; readonly problem?: string }
  | { readonly at: 'opening'; readonly file: ShareToOpen }
  | { readonly at: 'opened'; readonly opened: Opened; readonly busy: 'planning' | 'joining' | undefined }
  | { readonly at: 'joined'; readonly opened: Opened }
  | { readonly at: 'refused'; readonly trouble: Trouble };

/** One import: from a file the person chose, or one the system handed over, to what came of it. */
export function useImport(from: 'import' | 'offered', onCancel: () => void) {
  const journal = useJournal();
  const vault = useVault();
  const pair = usePair();
  const backups = useBackups();
  const isReady = useComplete();
  const [state, setState] = useState<ImportState>({ at: 'waiting' });
  const running = useRef<Import>(undefined);
  const planning = useRef(0);
  const cancel = useRef(onCancel);
  cancel.current = onCancel;

  const end = useCallback(() => {
    running.current?.close();
    running.current = undefined;
  }, []);

  const receive = useCallback(async () => {
    end();
    const file = from === 'import' ? await shell.chooseShareToOpen() : await shell.readOfferedShare();
    if (file.ok) {
      const isEmpty = file.value.length === 0;
      setState(
        isEmpty
          ? { at: 'refused', trouble: { why: 'empty' } }
          : { at: 'locked', file: { name: file.name, bytes: file.value } },
      );
    } else if (file.error === 'cancelled') cancel.current();
    else setState({ at: 'refused', trouble: { why: file.error } });
  }, [from, end]);

  const begun = useRef(false);
  useEffect(() => {
    // Once, however often React runs this: an offered file is handed over only once.
    if (!begun.current) void receive();
    begun.current = true;
    return end;
  }, [receive, end]);

  useEffect(
    () => (from === 'offered' ? onMessage('shareOffered', () => void receive()) : undefined),
    [from, receive],
  );

  const open = async (file: ShareToOpen, passphrase: string) => {
    setState({ at: 'opening', file });
    end();
    const current = new Import(journal, vault, pair);
    running.current = current;
    await journal.drafts.settleAll();
    const opened = await current.open(file.bytes, passphrase);
    if (running.current !== current) return;
    if (opened.ok) setState({ at: 'opened', opened: opened.value, busy: undefined });
    else if (opened.error.why === 'wrong-passphrase') {
      setState({ at: 'locked', file, problem: troubleWords(opened.error) });
    } else setState({ at: 'refused', trouble: opened.error });
  };

  const match = async (opened: Opened, stranger: PersonId, to: PersonId | 'new') => {
    const { preview, meeting } = opened;
    const matches = new Map(opened.matches).set(stranger, to);
    const current = running.current;
    planning.current += 1;
    const turn = planning.current;
    setState({ at: 'opened', opened: { ...opened, matches }, busy: 'planning' });
    const planned = await current?.plan(preview, meeting, matches);
    // Only the plan for what the page shows by now counts.
    if (!planned || running.current !== current || planning.current !== turn) return;
    setState(
      planned.ok
        ? { at: 'opened', opened: planned.value, busy: undefined }
        : { at: 'refused', trouble: planned.error },
    );
  };

  const join = async (opened: Opened) => {
    setState({ at: 'opened', opened, busy: 'joining' });
    await backups.makeBefore();
    const joined = await running.current?.join(opened);
    if (!joined) return;
    end();
    setState(joined.ok ? { at: 'joined', opened } : { at: 'refused', trouble: joined.error });
  };

  return {
    state,
    isReady,
    open: (file: ShareToOpen, passphrase: string) => void open(file, passphrase),
    match: (opened: Opened, stranger: PersonId, to: PersonId | 'new') => void match(opened, stranger, to),
    join: (opened: Opened) => void join(opened),
    stop: (file: ShareToOpen) => {
      end();
      setState({ at: 'locked', file });
    },
    again: () => void receive(),
  };
}
