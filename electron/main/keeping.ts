import { takeTurns } from '#shared/base/inTurn.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { Contract, LogState } from '#shared/shell/contract.ts';
import type { Handlers } from './answers.ts';
import type { DataFolder } from './dataFolder.ts';
import { removeAside } from './services/aside.ts';
import { clearDatabase } from './services/database.ts';
import { openDrafts } from './services/drafts.ts';
import { noteEvent, readEvents } from './services/events.ts';
import { letGoMark } from './services/letGo.ts';
import { Log } from './services/log.ts';
import { writeMarker } from './services/marker.ts';
import { Room } from './services/room.ts';
import { setAside } from './services/setAside.ts';

type Keeping = Pick<
  Handlers,
  | 'logState'
  | 'verifyLog'
  | 'appendRows'
  | 'readLog'
  | 'rewriteLog'
  | 'setLogAside'
  | 'setAside'
  | 'clearLog'
  | 'clearDatabase'
  | 'markLetGo'
  | 'isLetGo'
  | 'removeAside'
  | 'writeDraft'
  | 'removeDrafts'
  | 'readDrafts'
  | 'giveUpBallast'
  | 'noteEvent'
  | 'readEvents'
>;

const untouched: LogState = { rows: 0, tally: '00'.repeat(16), bytes: 0, mended: 'no', room: 'low' };

type Kept = Contract['appendRows']['output'];
type Written = Result<void, 'cannot-write'>;

/** What the shell keeps beside the browser's database: the log, the drafts, and some room for the last words. */
export function createKeeping({ path, unwritable, isRefused, isFromNewer }: DataFolder) {
  const inTurn = takeTurns();
  const log = new Log(path, inTurn);
  const drafts = openDrafts(path, inTurn);
  const room = new Room(path, () => log.bytes);
  const mark = letGoMark(path);
  const isMine = unwritable === undefined && !isRefused && !isFromNewer;

  /** What is not ours stays as it is, whatever a page may ask. */
  const ifMine = async (write: () => Promise<Written>): Promise<Written> =>
    isMine ? write() : err('cannot-write');
  const withRoom = async (write: () => Promise<Written>): Promise<Kept> => {
    if (!isMine) return err('cannot-write');
    const state = await room.state();
    if (state === 'low') return err('no-room');
    const written = await write();
    return written.ok ? { ok: true, lastWords: state === 'last-words' } : written;
  };
  const stateOf = async (read: () => Promise<Omit<LogState, 'room'>>): Promise<LogState> => {
    // Opening a log mends it, and this folder must stay as it is; a newer log might look damaged from here.
    if (!isMine) return untouched;
    const state = await read();
    return { ...state, room: (await room.state()) === 'ample' ? 'ample' : 'low' };
  };

  const calls: Keeping = {
    logState: () => stateOf(() => log.state()),
    verifyLog: () => stateOf(() => log.verify()),
    appendRows: ({ rows }) => withRoom(() => log.append(rows)),
    readLog: async ({ from }) => {
      const { rows, next } = await log.read(from);
      return next === undefined ? { rows } : { rows, next };
    },
    rewriteLog: async (asked) => {
      if (!isMine) return err('cannot-write');
      switch (asked.step) {
        case 'begin':
          return log.beginRewrite();
        case 'add':
          return log.addToRewrite(asked.rows);
        case 'finish':
          return log.finishRewrite();
        case 'drop':
          return log.dropRewrite();
      }
    },
    setLogAside: () => ifMine(() => log.setAside()),
    setAside: async (asked) => {
      if (!isMine) return err('cannot-write');
      const kept = await inTurn(() => setAside(path, asked));
      return kept.ok && asked.what === 'database' ? clearDatabase() : kept;
    },
    clearLog: () =>
      ifMine(async () => {
        const removed = await log.remove();
        return removed.ok ? drafts.clear() : removed;
      }),
    clearDatabase: () => ifMine(clearDatabase),
    markLetGo: ({ letGo }) => ifMine(() => mark.set(letGo)),
    isLetGo: () => mark.read(),
    removeAside: ({ keyIds }) => ifMine(() => inTurn(() => removeAside(path, keyIds))),
    writeDraft: ({ id, value, isAlone }) => withRoom(() => drafts.write(id, value, isAlone)),
    removeDrafts: ({ ids }) => ifMine(() => drafts.remove(ids)),
    readDrafts: () => drafts.readAll(),
    giveUpBallast: async () => {
      await room.giveUpBallast();
    },
    noteEvent: async (event) => {
      if (isMine) await noteEvent(path, event);
    },
    readEvents: () => readEvents(path),
  };
  const begin = () => {
    if (!isMine) return;
    void writeMarker(path);
    void room.lay();
  };
  /** How large the log is, as far as is known without looking. */
  const storeBytes = () => log.bytes;
  return { calls, begin, isMine, ifMine, withRoom, storeBytes };
}
