/** @file Opens and sums a journal's photos, while the worker that began this one packs what is written. */
import { unlockVault } from '../vault.ts';
import { bytesThrough } from './bytePort.ts';
import { crcReady } from './fastCrc.ts';
import { Mailbox } from './mailbox.ts';
import { openPhotos } from './photos.ts';
import type { FromPhotos, ToPhotos } from './photosBeside.ts';
import { platform } from './platform.ts';

/** So many opened ones may wait to be packed. */
const mostAhead = 3;

const taken = new Mailbox<true>();

self.addEventListener('message', ({ data }: MessageEvent<ToPhotos>) => {
  if (data.say === 'begin') open(data).catch(reportError);
  else taken.put(true);
});

async function open({ port, keyring, ids }: Extract<ToPhotos, { say: 'begin' }>): Promise<void> {
  const shell = bytesThrough(port);
  await crcReady;
  const photos = openPhotos(ids, await unlockVault(keyring), {
    digest: platform.digest,
    readAttachment: (id) => shell('readAttachment', { id }),
  });
  const room = taken.items();
  for (let count = 0; count < mostAhead; count += 1) taken.put(true);
  for await (const photo of photos) {
    await room.next();
    tell({ say: 'photo', photo }, photo.ok ? [photo.value.bytes.buffer as ArrayBuffer] : []);
  }
  tell({ say: 'end' });
}

function tell(message: FromPhotos, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
