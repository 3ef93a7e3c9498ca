/** @file The page's side of the backup worker: it runs the worker's errands to the shell, and can end it at any time. */
import { unreachable } from '#shared/base/assert.ts';
import { hex } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { portMessage } from '#shared/shell/backupPort.ts';
import { shell } from '../shell.ts';
import type { Errand, FromPage, FromWorker, Order, Outcomes } from './backupMessages.ts';
import type { LooseRow } from './restoring.ts';

export type Stopped =
  | 'cancelled'
  /** The disk has no room for it, or would have too little left. */
  | 'no-room'
  | 'cannot-write'
  /** The worker broke off: out of memory, most likely. The console has more. */
  | 'failed';

/** What the page does with what comes of a piece of work. */
export interface Attending {
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Keeps a sealed photo; beside this journal unless told. */
  readonly keepAttachment?: (id: string, sealed: Uint8Array) => Promise<Kept>;
  readonly keepRows?: (rows: readonly LooseRow[]) => Promise<Kept>;
}

type Kept = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** Thrown by an errand: what the shell said. */
class Refused extends Error {
  readonly why: Stopped;
  constructor(why: Stopped) {
    super(why);
    this.why = why;
  }
}

/** One worker, for one backup or one restore. */
export class BackupWork {
  readonly #worker = new Worker(new URL('./backupWorker.ts', import.meta.url), {
    type: 'module',
    name: 'backup',
  });
  readonly #ports = givePorts(this.#worker);
  #ended: Stopped | undefined;
  #end: ((why: Stopped) => void) | undefined;

  /** One order at a time; whoever asks waits for the answer before the next. */
  run<W extends Order['work']>(
    order: Extract<Order, { readonly work: W }>,
    attending: Attending = {},
  ): Promise<Result<Outcomes[W], Stopped>> {
    if (this.#ended) return Promise.resolve(err(this.#ended));
    return new Promise((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const settle = (result: Result<Outcomes[W], Stopped>) => {
        listening.abort();
        this.#end = undefined;
        resolve(result);
      };
      this.#end = (why) => settle(err(why));
      const hear = ({ data }: MessageEvent<FromWorker>) => {
        switch (data.say) {
          case 'progress':
            attending.onProgress?.(data.done);
            return;
          case 'refused':
            this.close(data.why === 'no-room' ? 'no-room' : 'cannot-write');
            return;
          case 'errand':
            void this.#runErrand(data.errand, data.ask, attending);
            return;
          case 'outcome':
            settle(ok(data.outcome as Outcomes[W]));
            return;
          default:
            unreachable(data);
        }
      };
      this.#worker.addEventListener('message', hear as EventListener, { signal });
      this.#worker.addEventListener('error', () => this.close('failed'), { signal });
      // After the ports: all go to the worker in turn.
      this.#ports.then(
        () => this.#tell({ say: 'do', order }),
        () => this.close('failed'),
      );
    });
  }

  /** Ends the worker, and with it whatever it holds. */
  close(why: Stopped = 'cancelled'): void {
    this.#ended ??= why;
    this.#worker.terminate();
    this.#end?.(this.#ended);
  }

  #tell(message: FromPage): void {
    this.#worker.postMessage(message);
  }

  async #runErrand(errand: number, asked: Errand, attending: Attending): Promise<void> {
    try {
      const output = await runErrand(asked, attending);
      if (!this.#ended) this.#tell({ say: 'done', errand, output });
    } catch (problem) {
      this.close(problem instanceof Refused ? problem.why : 'failed');
    }
  }
}

async function givePorts(worker: Worker): Promise<void> {
  const [read, photos, write] = await Promise.all([newPort(), newPort(), newPort()]);
  const message: FromPage = { say: 'ports', ports: { read, photos, write } };
  worker.postMessage(message, [read, photos, write]);
}

/** Asks the shell for a port. It comes as a message to this window, from this window. */
async function newPort(): Promise<MessagePort> {
  const token = hex(crypto.getRandomValues(new Uint8Array(16)));
  const listening = new AbortController();
  const port = new Promise<MessagePort>((resolve) => {
    const hear = ({ source, data, ports: [given] }: MessageEvent<unknown>) => {
      if (source === window && data === `${portMessage}${token}` && given) resolve(given);
    };
    window.addEventListener('message', hear, { signal: listening.signal });
  });
  await shell.openBackupPort({ token });
  const given = await port;
  listening.abort();
  return given;
}

async function runErrand({ name, input }: Errand, attending: Attending): Promise<unknown> {
  switch (name) {
    case 'keepAttachment': {
      const { keepAttachment = keepHere } = attending;
      return accepted(await keepAttachment(input.id, input.sealed));
    }
    case 'keepRows':
      return attending.keepRows && accepted(await attending.keepRows(input.rows));
    default:
      return unreachable(name);
  }
}

function keepHere(id: string, value: Uint8Array): Promise<Kept> {
  return shell.writeAttachment({ id, value });
}

/** What the shell refused ends the work, with its reason. */
function accepted(kept: Kept): undefined {
  if (!kept.ok) throw new Refused(kept.error === 'no-room' ? 'no-room' : 'cannot-write');
  return undefined;
}
