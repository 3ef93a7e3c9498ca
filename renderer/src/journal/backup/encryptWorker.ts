/**
 * @file Encrypts a backup and sends it to the shell, while the worker that began this one goes on packing: a computer
 * has more than one core, and encrypting takes as long as all the rest.
 */
import { encryptToKeys } from '../ageFile.ts';
import { bytesThrough } from './bytePort.ts';
import type { FromEncrypter, ToEncrypter } from './encrypting.ts';
import { inPieces, piecesOf, streamOf } from './streams.ts';

const pieceBytes = 1024 * 1024;
const piecesAtOnce = 3;

const arrived: (Uint8Array | undefined)[] = [];
let wake: () => void = () => undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToEncrypter>) => {
  if (data.say === 'begin') encrypt(data.port, data.recipients).catch(reportError);
  else {
    arrived.push(data.say === 'piece' ? data.bytes : undefined);
    wake();
  }
});

function tell(message: FromEncrypter): void {
  self.postMessage(message);
}

async function* plain(): AsyncGenerator<Uint8Array> {
  for (;;) {
    while (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const piece = arrived.shift();
    if (piece === undefined) return;
    yield piece;
    tell({ say: 'taken' });
  }
}

async function encrypt(port: MessagePort, recipients: readonly string[]): Promise<void> {
  const shell = bytesThrough(port);
  const file = await encryptToKeys(streamOf(plain()), recipients);
  const writing: ReturnType<typeof shell<'writeBackup'>>[] = [];
  const written = async () => {
    const answer = await writing.shift();
    if (answer && !answer.ok) throw new NotWritten(answer.error);
  };
  try {
    for await (const value of inPieces(piecesOf(file), pieceBytes)) {
      if (writing.length >= piecesAtOnce) await written();
      writing.push(shell('writeBackup', { value }));
    }
    while (writing.length > 0) await written();
    tell({ say: 'done' });
  } catch (problem) {
    if (!(problem instanceof NotWritten)) throw problem;
    tell({ say: 'refused', why: problem.message });
  }
}

class NotWritten extends Error {}
