/**
 * @file The second place where every row lies, and where drafts do: the shell's files. What is said of a save here is
 * said after it is on the disk.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { LogRow, LogState, SealedFile } from '#shared/shell/contract.ts';
import { patienceMs, type SaveProblem } from './db.ts';
import { shell } from './shell.ts';

/** What was written; `lastWords` where the disk has no room for the database as well. */
export type Logged = Result<{ readonly lastWords: boolean }, SaveProblem>;

/** What a journal needs of the shell's files. */
export interface Log {
  state(): Promise<LogState>;
  /** Reads all of it and checks every frame. */
  verify(): Promise<LogState>;
  append(rows: readonly LogRow[]): Promise<Logged>;
  /** All rows, some megabytes at a time, in the order of writing. */
  pages(): AsyncIterable<readonly LogRow[]>;
  /** Puts these rows in the place of all that is there, wholly or not at all. */
  rewrite(pages: AsyncIterable<readonly LogRow[]>): Promise<boolean>;
  setAside(): Promise<boolean>;
  clear(): Promise<boolean>;
  /** With `isAlone` nothing that lay there before stays in its file. */
  writeDraft(draft: SealedFile, isAlone?: boolean): Promise<Logged>;
  removeDrafts(ids: readonly string[]): Promise<boolean>;
  readDrafts(): Promise<readonly SealedFile[]>;
}

export const shellLog: Log = {
  state: () => shell.logState(),
  verify: () => shell.verifyLog(),
  append: async (rows) => logged(await inTime(shell.appendRows({ rows: [...rows] }))),
  async *pages() {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Awaited<ReturnType<typeof shell.readLog>> = await shell.readLog({ from });
      if (page.rows.length > 0) yield page.rows;
      from = page.next;
    }
  },
  rewrite: async (pages) => {
    let isWhole = false;
    try {
      const isBegun = (await shell.rewriteLog({ step: 'begin' })).ok;
      isWhole = isBegun && (await addAll(pages)) && (await shell.rewriteLog({ step: 'finish' })).ok;
    } finally {
      // Also where the pages end in an error: what is half a log is none.
      if (!isWhole) await shell.rewriteLog({ step: 'drop' });
    }
    return isWhole;
  },
  setAside: async () => (await shell.setLogAside()).ok,
  clear: async () => (await shell.clearLog()).ok,
  writeDraft: async (draft, isAlone = false) => logged(await inTime(shell.writeDraft({ ...draft, isAlone }))),
  removeDrafts: async (ids) => ids.length === 0 || (await shell.removeDrafts({ ids: [...ids] })).ok,
  readDrafts: () => shell.readDrafts(),
};

type Answer = Awaited<ReturnType<typeof shell.appendRows>>;

async function addAll(pages: AsyncIterable<readonly LogRow[]>): Promise<boolean> {
  for await (const rows of pages) {
    if (!(await shell.rewriteLog({ step: 'add', rows: [...rows] })).ok) return false;
  }
  return true;
}

function logged(answer: Answer): Logged {
  if (answer.ok) return ok({ lastWords: answer.lastWords });
  return err(answer.error === 'no-room' ? 'no-room' : 'not-saved');
}

/** A disk that hangs is a disk that has not written. */
function inTime(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, error: 'cannot-write' }), patienceMs);
  });
  return Promise.race([answer.catch(() => late), late]).finally(() => clearTimeout(timer));
}
