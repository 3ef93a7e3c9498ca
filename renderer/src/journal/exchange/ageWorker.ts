/** @file The worker's side of `ageClient.ts`: a passphrase costs a second or two, which must not stop the page. */
import { decryptWithPassphrase, encryptWithPassphrase } from '../ageFile.ts';
import type { AgeAnswer, AgeRequest } from './ageClient.ts';

self.addEventListener('message', ({ data }: MessageEvent<AgeRequest>) => {
  // What goes wrong in a promise would stay in here: reported, it reaches whoever waits.
  answer(data).then((given) => self.postMessage(given), reportError);
});

async function answer({ work, bytes, passphrase }: AgeRequest): Promise<AgeAnswer> {
  return work === 'encrypt'
    ? { ok: true, value: await encryptWithPassphrase(bytes, passphrase) }
    : decryptWithPassphrase(bytes, passphrase);
}
