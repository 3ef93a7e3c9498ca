/** @file The packing worker's side of `photoWorker.ts`. */
import type { Keyring } from '../vault.ts';
import './ownWorkers.ts';
import { Mailbox } from './mailbox.ts';
import type { OpenedPhoto } from './photos.ts';
import { release } from './release.ts';
import { countUnseen } from './unseen.ts';

export type ToPhotos =
  | {
      readonly say: 'begin';
      readonly port: MessagePort;
      readonly keyring: Keyring;
      readonly ids: readonly string[];
    }
  /** One was packed: there is room for another. */
  | { readonly say: 'taken' };

export type FromPhotos = { readonly say: 'photo'; readonly photo: OpenedPhoto } | { readonly say: 'end' };

/** The packing worker holds the whole journal: to tidy up there takes longer, and less is left lying. */
const seldomer = 8;

/** All of them, opened by a worker while this one does something else. */
export async function* photosBeside(
  ids: readonly string[],
  keyring: Keyring,
  port: MessagePort,
): AsyncGenerator<OpenedPhoto> {
  const worker = new Worker(new URL('./photoWorker.ts', import.meta.url), { type: 'module', name: 'photos' });
  const arrived = new Mailbox<OpenedPhoto>();
  worker.addEventListener('error', ({ message }) => arrived.fail(new Error(message)));
  worker.addEventListener('message', ({ data }: MessageEvent<FromPhotos>) =>
    arrived.put(data.say === 'photo' ? data.photo : undefined),
  );
  const tell = (message: ToPhotos, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  tell({ say: 'begin', port, keyring, ids }, [port]);
  try {
    for await (const photo of arrived.items()) {
      tell({ say: 'taken' });
      yield photo;
      if (!photo.ok) continue;
      countUnseen(photo.value.bytes.length / seldomer);
      release(photo.value.bytes);
    }
  } finally {
    worker.terminate();
  }
}
