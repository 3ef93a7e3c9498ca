import type { Random } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { keepAttachment, readAttachment } from '../journal/attachments.ts';
import type { Vault } from '../journal/vault.ts';
import type { PhotoStore } from '../ui/editor/photos.ts';

/** The photos of the open journal's texts, sealed under its vault. */
export function createPhotoStore(vault: Vault, random: Random): PhotoStore {
  return {
    keep: async (photo) => keepAttachment(new Uint8Array(await photo.arrayBuffer()), vault, random),
    open: async (attachment) => {
      const found = await readAttachment(attachment, vault);
      return found.ok ? ok(new Blob([found.value])) : found;
    },
  };
}
