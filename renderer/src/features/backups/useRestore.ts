import { useCallback, useEffect, useRef, useState } from 'react';
import { err } from '#shared/base/result.ts';
import type { RestoreSource } from '../../journal/backup/backupMessages.ts';
import { Restore, type RestoreTelling, type RestoreTrouble } from '../../journal/backup/restore.ts';
import type { RestorePreview } from '../../journal/backup/restoring.ts';
import { useBackups } from '../../journal/backup/useBackups.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';

export type RestoreState =
  | { readonly at: 'reading'; readonly done: number }
  | { readonly at: 'preview'; readonly preview: RestorePreview }
  | { readonly at: 'working'; readonly what: 'backing-up' | 'joining' | 'writing'; readonly done: number }
  /** Too late to stop. */
  | { readonly at: 'last'; readonly what: 'joining' | 'writing' }
  | { readonly at: 'joined'; readonly preview: RestorePreview }
  | { readonly at: 'beside'; readonly path: string }
  | { readonly at: 'refused'; readonly trouble: RestoreTrouble };

/** A disk or shell that fails outright is one more way of not having kept it. */
const notKept = () => err({ why: 'not-kept' } as const);

export type FolderProblem = 'not-empty' | 'cannot-write';

function folderProblemOf(error: FolderProblem | 'cancelled'): FolderProblem | undefined {
  return error === 'cancelled' ? undefined : error;
}

/** One restore, from its first byte to what came of it. The same source as long as it lasts. */
export function useRestore(source: RestoreSource) {
  const journal = useJournal();
  const vault = useVault();
  const backups = useBackups();
  const [state, setState] = useState<RestoreState>({ at: 'reading', done: 0 });
  const running = useRef<Restore>(undefined);

  const read = useCallback(async () => {
    const restore = new Restore(source);
    running.current = restore;
    const onProgress = (done: number) => setState({ at: 'reading', done });
    const { me, replica, standing } = journal;
    // Where the disk does not tell, each photo is brought back once more.
    const attachments = await shell.listAttachments().catch(() => []);
    const order = {
      identities: vault.keyring,
      keyring: vault.keyring,
      into: { me, replica, lamport: standing.lamport },
      attachments,
    };
    const opened = await restore.open(order, onProgress);
    if (running.current !== restore) return;
    setState(opened.ok ? { at: 'preview', preview: opened.value } : { at: 'refused', trouble: opened.error });
  }, [source, journal, vault]);

  useEffect(() => {
    void read();
    return () => {
      running.current?.close();
      running.current = undefined;
    };
  }, [read]);

  const tellingOf = (what: 'joining' | 'writing'): RestoreTelling => ({
    onProgress: (done) => setState({ at: 'working', what, done }),
    onLast: () => setState({ at: 'last', what }),
  });

  const join = async (preview: RestorePreview) => {
    const restore = running.current;
    if (!restore) return;
    setState({ at: 'working', what: 'backing-up', done: 0 });
    await journal.drafts.settleAll();
    await backups.makeBefore();
    if (running.current !== restore) return;
    const telling = tellingOf('joining');
    telling.onProgress(0);
    const joined = await restore.into(journal, vault, telling).catch(notKept);
    setState(joined.ok ? { at: 'joined', preview } : { at: 'refused', trouble: joined.error });
    // The newest backup had to do without these, and nothing that was written makes another one due.
    if (joined.ok && (preview.photos.damaged > 0 || preview.added === 0)) void backups.make();
  };

  /** Undefined, or why the folder that was chosen is none for it. */
  const putBeside = async (): Promise<FolderProblem | undefined> => {
    const chosen = await shell.chooseSeparateFolder();
    const restore = running.current;
    if (!restore) return undefined;
    return chosen.ok ? layBeside(restore, chosen.path) : folderProblemOf(chosen.error);
  };

  const layBeside = async (restore: Restore, path: string): Promise<undefined> => {
    const telling = tellingOf('writing');
    telling.onProgress(0);
    const put = await restore.beside(telling).catch(notKept);
    setState(put.ok ? { at: 'beside', path } : { at: 'refused', trouble: put.error });
    return undefined;
  };

  /** Another person's journal is never joined; it is read once more, and laid into the folder that was chosen. */
  const putApart = async (): Promise<FolderProblem | undefined> => {
    const chosen = await shell.chooseSeparateFolder();
    if (!chosen.ok) return folderProblemOf(chosen.error);
    running.current?.close();
    const restore = new Restore(source);
    running.current = restore;
    setState({ at: 'reading', done: 0 });
    const order = { identities: vault.keyring, keyring: vault.keyring, attachments: [] };
    const opened = await restore.open(order, (done) => setState({ at: 'reading', done }));
    if (running.current !== restore) return undefined;
    if (opened.ok) return layBeside(restore, chosen.path);
    await shell.dropSeparate();
    setState({ at: 'refused', trouble: opened.error });
    return undefined;
  };

  return {
    state,
    canJoin: !journal.isReadOnly,
    join: (preview: RestorePreview) => void join(preview),
    putBeside,
    putApart,
    stop: () => {
      if (state.at === 'working' && state.what === 'backing-up') backups.cancel();
      running.current?.close();
    },
  };
}
