import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/base/result.ts';
import { typedIdentity, typedProblemWords } from '#shared/recovery/typedKey.ts';
import {
  Restore,
  type RestoreLock,
  type RestoreTelling,
  type RestoreTrouble,
} from '../../journal/backup/restore.ts';
import {
  type KeyFiles,
  keysByPassphrase,
  keysByRecovery,
  type RestoreKeys,
} from '../../journal/backup/restoreKeys.ts';
import type { RestorePreview } from '../../journal/backup/restoring.ts';
import { shell } from '../../journal/shell.ts';
import type { Keyring } from '../../journal/vault.ts';

export interface ChosenBackup {
  readonly name: string;
  readonly bytes: number;
  readonly slots: KeyFiles;
}

/** With what it is opened. */
export type Key =
  | { readonly by: 'passphrase'; readonly typed: string }
  | { readonly by: 'recovery'; readonly typed: string }
  /** The key on this computer. */
  | { readonly by: 'own' };

export type TypedKey = Exclude<Key, { readonly by: 'own' }>;

export type FreshState =
  | { readonly at: 'choosing' }
  | { readonly at: 'locked'; readonly file: ChosenBackup; readonly problem?: string }
  | { readonly at: 'unlocking'; readonly file: ChosenBackup }
  | { readonly at: 'reading'; readonly done: number }
  | { readonly at: 'preview'; readonly preview: RestorePreview; readonly key: Key }
  /** `isLast`: too late to stop. */
  | { readonly at: 'laying'; readonly done: number; readonly isLast: boolean }
  | { readonly at: 'refused'; readonly trouble: RestoreTrouble };

/** What lies here of a journal whose pages are gone. */
export interface OwnKeys {
  readonly slots: KeyFiles;
  /** Known, where no passphrase is needed. */
  readonly keyring: Keyring | undefined;
}

export type LayJournal<Parts> = (
  restore: Restore,
  lock: RestoreLock,
  telling: RestoreTelling,
) => Promise<Result<Parts, RestoreTrouble>>;

const notOpened = 'The backup could not be opened just now. Nothing has changed; try again.';

const wrongKey = {
  'wrong-passphrase': 'That is not the passphrase of this backup. Nothing has changed; try again.',
  damaged: 'The passphrase file beside this backup could not be read. Try the recovery key instead.',
} as const;

/** Bringing a journal back to a computer that has none. */
export function useFreshRestore<Parts>(
  lay: LayJournal<Parts>,
  own: OwnKeys | undefined,
  onRestored: (parts: Parts) => void,
) {
  const [state, setState] = useState<FreshState>({ at: 'choosing' });
  const running = useRef<Restore>(undefined);

  const end = useCallback(() => {
    running.current?.close();
    running.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const choose = async () => {
    const chosen = await shell.chooseBackup();
    if (!chosen.ok) {
      if (chosen.error !== 'cancelled') setState({ at: 'refused', trouble: { why: 'cannot-read' } });
      return;
    }
    const { name, bytes } = chosen;
    const file = { name, bytes, slots: { ...chosen.slots, ...own?.slots } };
    if (bytes === 0) setState({ at: 'refused', trouble: { why: 'empty' } });
    else if (own?.keyring) await read(file, { by: 'own' }, { identities: own.keyring, keyring: own.keyring });
    else setState({ at: 'locked', file });
  };

  const unlock = async (file: ChosenBackup, key: TypedKey) => {
    setState({ at: 'unlocking', file });
    const keys = await keysOf(file, key).catch(() => notOpened);
    if (typeof keys === 'string') setState({ at: 'locked', file, problem: keys });
    else await read(file, key, keys);
  };

  const read = async (file: ChosenBackup, key: Key, keys: RestoreKeys) => {
    end();
    const restore = new Restore({ file: 'chosen', size: file.bytes });
    running.current = restore;
    setState({ at: 'reading', done: 0 });
    // A new computer has none; where only the pages are gone, photos may well be whole.
    const attachments = own ? await shell.listAttachments().catch(() => []) : [];
    const opened = await restore.open({ ...keys, attachments }, (done) => setState({ at: 'reading', done }));
    if (running.current !== restore) return;
    if (opened.ok) setState({ at: 'preview', preview: opened.value, key });
    else if (key.by === 'recovery' && opened.error.why === 'wrong-key') {
      setState({
        at: 'locked',
        file,
        problem:
          'This key is whole, but it does not open this backup: it is of another journal or another sheet. Nothing has changed: try the sheet of that time, or put recovery.age from the folder of backups beside it and choose it again.',
      });
    } else setState({ at: 'refused', trouble: opened.error });
  };

  const bringBack = async (lock: RestoreLock) => {
    const restore = running.current;
    if (!restore) return;
    const tell = (done: number, isLast = false) => setState({ at: 'laying', done, isLast });
    tell(0);
    const laid = await lay(restore, lock, { onProgress: (done) => tell(done), onLast: () => tell(1, true) });
    end();
    if (laid.ok) onRestored(laid.value);
    else setState({ at: 'refused', trouble: laid.error });
  };

  return {
    state,
    choose: () => void choose(),
    unlock: (file: ChosenBackup, key: TypedKey) => void unlock(file, key),
    bringBack: (lock: RestoreLock) => void bringBack(lock),
    /** Ends it; what was laid by then goes before anything else is said. */
    stopLaying: () => running.current?.close(),
    stop: () => {
      end();
      setState({ at: 'choosing' });
    },
  };
}

/** The keys, or the sentence that says why there are none. */
async function keysOf({ slots }: ChosenBackup, key: TypedKey): Promise<RestoreKeys | string> {
  if (key.by === 'passphrase') {
    const keys = await keysByPassphrase(slots, key.typed);
    return keys.ok ? keys.value : wrongKey[keys.error];
  }
  const identity = typedIdentity(key.typed);
  return identity.ok ? keysByRecovery(slots, identity.value) : typedProblemWords(identity.error);
}
