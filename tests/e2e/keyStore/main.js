// Stringwalk as it is built, on a computer with a key store of the system. This one is a key in the surroundings.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { safeStorage } from 'electron';

const key = createHash('sha256').update(process.env.STRINGWALK_KEY_STORE).digest();

async function encryptStringAsync(text) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

async function decryptStringAsync(wrapped) {
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12));
  decipher.setAuthTag(wrapped.subarray(-16));
  const text = Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  return { result: text.toString('utf8'), shouldReEncrypt: false };
}

Object.assign(safeStorage, {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync,
  decryptStringAsync,
});
await import('../../../out/app/main/main.js');
