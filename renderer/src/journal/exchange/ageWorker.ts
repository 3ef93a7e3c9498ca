/** @file The worker's side of `ageClient.ts`: a passphrase costs a second or two, which must not stop the page. */
import { decryptWithPassphrase, encryptWithPassphrase } from '../ageFile.ts';
import type { AgeAnswer, AgeRequest } from './ageClient.ts';

self.addEventListener('message', async (event: MessageEvent<AgeRequest>) => {
  const { work, bytes, passphrase } = event.data;
  const answer: AgeAnswer =
    work === 'encrypt'
      ? { ok: true, value: await encryptWithPassphrase(bytes, passphrase) }
      : await decryptWithPassphrase(bytes, passphrase);
  self.postMessage(answer);
});
