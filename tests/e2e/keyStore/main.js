// Stringwalk as it is built, on a computer with a key store of the system. This one is a key in the surroundings.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { safeStorage } from 'electron';

/** As Chromium on Linux marks what a key store has wrapped. */
const mark = Buffer.from('v11');
const key = createHash('sha256').update(process.env.STRINGWALK_KEY_STORE).digest();

async function encryptStringAsync(text) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([mark, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

async function decryptStringAsync(marked) {
  const wrapped = marked.subarray(mark.length);
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12));
  decipher.setAuthTag(wrapped.subarray(-16));
  const text = Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  return { result: text.toString('utf8'), shouldReEncrypt: false };
}

Object.assign(safeStorage, {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync,
  decryptStringAsync,
});
await import('../../../out/app/main/main.js');
