/**
 * @file Encrypts a backup and sends it to the shell, while the worker that began this one goes on packing: a computer
 * has more than one core, and encrypting takes as long as all the rest.
 */
import { encryptToKeys } from '../ageFile.ts';
import { bytesThrough } from './bytePort.ts';
import type { FromEncrypter, ToEncrypter } from './encrypting.ts';
import { Mailbox } from './mailbox.ts';
import { cipherReady } from './sodium.ts';
import { inPieces, piecesOf, spent, streamOf } from './streams.ts';

const pieceBytes = 2 * 1024 * 1024;
const piecesAtOnce = 3;

const arrived = new Mailbox<Uint8Array<ArrayBuffer>>();

self.addEventListener('message', ({ data }: MessageEvent<ToEncrypter>) => {
  if (data.say === 'begin') encrypt(data.port, data.recipients).catch(reportError);
  else arrived.put(data.say === 'piece' ? data.bytes : undefined);
});

function tell(message: FromEncrypter, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function* plain(): AsyncGenerator<Uint8Array> {
  for await (const piece of arrived.items()) {
    yield piece;
    // Asked for the next, so this one is taken in: a pipe reads no further while a write is on its way (Streams
    // standard, ReadableStreamPipeTo), and age's write copies.
    tell({ say: 'taken', buffer: piece.buffer }, [piece.buffer]);
  }
}

async function encrypt(port: MessagePort, recipients: readonly string[]): Promise<void> {
  const shell = bytesThrough(port);
  await cipherReady;
  const file = await encryptToKeys(streamOf(plain()), recipients);
  const writing: ReturnType<typeof shell<'writeBackup'>>[] = [];
  const written = async () => {
    const answer = await writing.shift();
    if (answer && !answer.ok) throw new NotWritten(answer.error);
  };
  try {
    const value = new Uint8Array(pieceBytes);
    for await (const piece of inPieces(spent(piecesOf(file)), () => value)) {
      if (writing.length >= piecesAtOnce) await written();
      writing.push(shell('writeBackup', { value: piece }));
    }
    while (writing.length > 0) await written();
    tell({ say: 'done' });
  } catch (problem) {
    if (!(problem instanceof NotWritten)) throw problem;
    tell({ say: 'refused', why: problem.message });
  }
}

class NotWritten extends Error {}
