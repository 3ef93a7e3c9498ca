/** @file The packing worker's side of `encryptWorker.ts`. */
import './ownWorkers.ts';
import { inPieces } from './streams.ts';

export type ToEncrypter =
  | { readonly say: 'begin'; readonly port: MessagePort; readonly recipients: readonly string[] }
  | { readonly say: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly say: 'end' };

export type FromEncrypter =
  | { readonly say: 'done' }
  /** A piece is encrypted; its buffer comes back, for the next. */
  | { readonly say: 'taken'; readonly buffer: ArrayBuffer }
  /** The shell would not write on. */
  | { readonly say: 'refused'; readonly why: string };

const pieceBytes = 256 * 1024;
/** So many pieces may wait to be encrypted. */
const mostAhead = 32;

/** Hands everything to a worker that encrypts and writes it. Ends when all of it is with the shell. */
export async function encryptBeside(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  port: MessagePort,
  onRefused: (why: string) => void,
): Promise<void> {
  const worker = new Worker(new URL('./encryptWorker.ts', import.meta.url), {
    type: 'module',
    name: 'encrypt',
  });
  let ahead = 0;
  let taken: () => void = () => undefined;
  const spare: ArrayBuffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<FromEncrypter>) => {
      if (data.say === 'done') resolve();
      // Nobody goes on: whoever began this ends it.
      else if (data.say === 'refused') onRefused(data.why);
      else {
        ahead -= 1;
        spare.push(data.buffer);
        taken();
      }
    });
  });
  const tell = (message: ToEncrypter, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  tell({ say: 'begin', port, recipients }, [port]);
  for await (const bytes of inPieces(
    plain,
    () => new Uint8Array(spare.pop() ?? new ArrayBuffer(pieceBytes)),
  )) {
    while (ahead >= mostAhead) {
      await Promise.race([done, new Promise<void>((resolve) => (taken = resolve))]);
    }
    ahead += 1;
    tell({ say: 'piece', bytes }, [bytes.buffer]);
  }
  tell({ say: 'end' });
  await done;
  worker.terminate();
}
