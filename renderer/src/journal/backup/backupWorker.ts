/** @file The worker's side of `backupClient.ts`: all that costs time or memory about a backup happens here. */
import { unreachable } from '#shared/base/assert.ts';
import type { Random } from '#shared/base/ids.ts';
import type { Digest } from '#shared/share/backupFile.ts';
import { Database } from '../db.ts';
import { unlockVault } from '../vault.ts';
import type { Errand, Errands, FromPage, FromWorker, Order, Outcomes, SizedFile } from './backupMessages.ts';
import { makeBackup } from './makeBackup.ts';
import { type BackupBytes, openBackup } from './openBackup.ts';
import { Restoring } from './restoring.ts';

const digest: Digest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
const db = new Database();

const waiting = new Map<number, (output: never) => void>();
let errands = 0;
let restoring: Restoring | undefined;

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function ask<Name extends keyof Errands>(
  name: Name,
  input: Errands[Name]['input'],
  transfer?: Transferable[],
): Promise<Errands[Name]['output']> {
  errands += 1;
  const errand = errands;
  return new Promise<Errands[Name]['output']>((resolve) => {
    waiting.set(errand, resolve);
    tell({ say: 'errand', errand, ask: { name, input } as Errand }, transfer);
  });
}

const onProgress = (done: number) => tell({ say: 'progress', done });

self.addEventListener('message', ({ data }: MessageEvent<FromPage>) => {
  if (data.say === 'do') {
    // What goes wrong in a promise would stay in here: reported, it reaches whoever waits.
    work(data.order).then((outcome) => tell({ say: 'outcome', outcome }), reportError);
    return;
  }
  waiting.get(data.errand)?.(data.output as never);
  waiting.delete(data.errand);
});

async function work(order: Order): Promise<Outcomes[Order['work']]> {
  switch (order.work) {
    case 'make':
      return makeBackup(order.order, {
        db,
        digest,
        random,
        onProgress,
        readAttachment: (id) => ask('readAttachment', { id }),
        write: async (bytes) => {
          await ask('write', { bytes }, [bytes.buffer as ArrayBuffer]);
        },
      });
    case 'verify': {
      const { keyring } = order;
      const vault = await unlockVault(keyring);
      const file = bytesOf(order);
      const opened = await openBackup({
        file,
        identities: keyring,
        tagKey: () => vault.tagKey,
        digest,
        onProgress,
      });
      return opened.ok ? { ok: true, value: opened.value.manifest } : opened;
    }
    case 'open':
      restoring = new Restoring(order.order, { file: bytesOf(order), digest, random, onProgress });
      return restoring.open(db);
    case 'take':
      return opened().taken();
    case 'photos':
      return opened().photos(order.which, async (id, sealed) => {
        await ask('keepAttachment', { id, sealed }, [sealed.buffer]);
      });
    case 'rows':
      for await (const rows of opened().rows()) await ask('keepRows', { rows });
      return undefined;
    default:
      return unreachable(order);
  }
}

function opened(): Restoring {
  if (!restoring) throw new Error('Nothing was opened');
  return restoring;
}

function bytesOf({ file, size }: SizedFile): BackupBytes {
  return { size, read: (offset, length) => ask('read', { file, offset, length }) };
}
