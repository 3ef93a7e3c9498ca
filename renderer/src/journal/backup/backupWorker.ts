/** @file The worker's side of `backupClient.ts`: all that costs time or memory about a backup happens here. */
import { unreachable } from '#shared/base/assert.ts';
import type { Random } from '#shared/base/ids.ts';
import { Database } from '../db.ts';
import { revisionsAfter } from '../rows.ts';
import { unlockVault } from '../vault.ts';
import type {
  BackupPorts,
  Errand,
  Errands,
  FromPage,
  FromWorker,
  Order,
  Outcomes,
  SizedFile,
} from './backupMessages.ts';
import { bytesThrough } from './bytePort.ts';
import { encryptBeside } from './encrypting.ts';
import { crcReady } from './fastCrc.ts';
import { makeBackup } from './makeBackup.ts';
import { type BackupBytes, backupReader, openBackup } from './openBackup.ts';
import { photosBeside } from './photosBeside.ts';
import { platform } from './platform.ts';
import { type ReadThrough, Restoring } from './restoring.ts';
import { cipherReady } from './sodium.ts';
import { copyReader } from './upgradeCopy.ts';

const { digest } = platform;
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

/** People see no more of it, and every message costs a frame. */
const progressEveryMs = 500;
let toldAt = 0;
function onProgress(done: number): void {
  const now = performance.now();
  if (now - toldAt < progressEveryMs) return;
  toldAt = now;
  tell({ say: 'progress', done });
}

let takePorts: (ports: BackupPorts) => void = () => undefined;
const ports = new Promise<BackupPorts>((resolve) => {
  takePorts = resolve;
});
const bytes = ports.then(({ read }) => bytesThrough(read));

self.addEventListener('message', ({ data }: MessageEvent<FromPage>) => {
  switch (data.say) {
    case 'ports':
      takePorts(data.ports);
      break;
    case 'do':
      // What goes wrong in a promise would stay in here: reported, it reaches whoever waits.
      work(data.order).then((outcome) => tell({ say: 'outcome', outcome }), reportError);
      break;
    case 'done':
      waiting.get(data.errand)?.(data.output as never);
      waiting.delete(data.errand);
      break;
    default:
      unreachable(data);
  }
});

async function work(order: Order): Promise<Outcomes[Order['work']]> {
  await Promise.all([cipherReady, crcReady]);
  switch (order.work) {
    case 'make': {
      // Given on to the workers that work beside this one.
      const { photos, write } = await ports;
      return makeBackup(order.order, {
        ...platform,
        db,
        random,
        onProgress,
        hasPhoto: async (id) => {
          const found = await (await bytes)('readAttachment', { id });
          return found.ok || found.error !== 'absent';
        },
        openPhotos: (ids, keyring) => photosBeside(ids, keyring, photos),
        encrypt: (zip, recipients) =>
          encryptBeside(zip, recipients, write, (why) => tell({ say: 'refused', why })),
      });
    }
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
      restoring = new Restoring(order.order, {
        readThrough: await readerOf(order),
        random,
        onProgress,
        readAttachment: async (id) => (await bytes)('readAttachment', { id }),
      });
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

async function readerOf({ order, source }: Extract<Order, { readonly work: 'open' }>): Promise<ReadThrough> {
  if ('file' in source) return backupReader({ file: bytesOf(source), digest, onProgress });
  const { upgrade, about } = source;
  if (!order.keyring) throw new Error('A copy of a journal is read by its open journal only');
  const vault = await unlockVault(order.keyring);
  return copyReader({
    about,
    vault,
    here: () => revisionsAfter(db, vault, 0),
    readPage: async (from) => (await bytes)('readUpgradeCopy', { name: upgrade, from }),
    onProgress,
  });
}

function bytesOf({ file, size }: SizedFile): BackupBytes {
  return {
    size,
    read: async (offset, length) => (await bytes)('readBackup', { file, offset, length }),
  };
}
