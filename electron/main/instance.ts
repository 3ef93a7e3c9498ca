import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog } from 'electron';
import { takeAlone } from './oneWriter.ts';

/** How long the first Stringwalk has to answer a second one before the person is told. */
export const answerLimitMs = 3_000;
const answerPollMs = 50;

/** What a second start hands to the first one. */
export interface SecondStart {
  readonly args: readonly string[];
  readonly folder: string;
}

/** Whether the first one answers within a time in milliseconds. */
export type Ask = (withinMs: number) => Promise<boolean>;

/**
 * One process may use a data folder; the lock lies inside it, so other folders have Stringwalks of their own.
 * A first one answers every later one through a small file, because Chromium does not say whether anybody heard.
 * @returns undefined when this is the first; else how to ask whether the first one answered.
 */
export function claimDataFolder(
  folder: string,
  onSecondStart: (start: SecondStart) => void,
): Ask | undefined {
  const token = randomUUID();
  if (!takeAlone(folder, () => app.requestSingleInstanceLock({ token })))
    return (withinMs) => answered(answerFile(folder, token), withinMs);

  app.on('second-instance', (_event, args, workingFolder, data) => {
    const second = tokenOf(data);
    if (second !== undefined) {
      const answer = answerFile(folder, second);
      try {
        writeFileSync(answer, '');
        // The one that asked takes it away, unless it has gone meanwhile.
        setTimeout(() => remove(answer), answerLimitMs * 2).unref();
      } catch {
        // A folder that takes no writing just now: the second start says that nobody answered.
      }
    }
    onSecondStart({ args, folder: workingFolder });
  });
  return undefined;
}

/**
 * Says why nothing opens, where another Stringwalk holds the folder but hangs. A lock left by a crash is no hindrance.
 * One that only was slow, on a busy machine, may answer yet: then there is nothing to explain any more.
 */
export async function explainSilence(folder: string, ask: Ask): Promise<void> {
  await app.whenReady();
  // Not the dialog's own signal: a dialog without a window stays all the same.
  void ask(Number.POSITIVE_INFINITY).then(() => app.exit(0));
  await dialog.showMessageBox({
    type: 'info',
    message: 'Stringwalk seems to be open already, but does not answer',
    detail:
      'Give it a minute and try again. If it stays silent, end the program called Stringwalk or restart the computer. ' +
      `Nothing that was saved is lost.\n\nThe journal in question: ${folder}`,
    buttons: ['Close'],
  });
}

async function answered(file: string, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += answerPollMs) {
    if (existsSync(file)) {
      remove(file);
      return true;
    }
    await wait(answerPollMs);
  }
  return false;
}

/** Of no use to anybody any more; where it cannot be removed just now, it does no harm. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // See above.
  }
}

function answerFile(folder: string, token: string): string {
  return join(folder, `.answer-${token}`);
}

/** The token becomes part of a file's name, so it is taken only in the one shape it can have. */
function tokenOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('token' in data)) return undefined;
  return typeof data.token === 'string' && /^[0-9a-f-]{36}$/.test(data.token) ? data.token : undefined;
}
