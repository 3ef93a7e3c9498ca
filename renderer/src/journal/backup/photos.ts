/** @file Photos and recordings on their way into a backup: opened and summed. */
import { hex } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AttachmentToWrite, Platform } from '#shared/share/backupFile.ts';
import { crc32 } from '#shared/share/crc32.ts';
import { openBlob } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import { release } from './release.ts';
import { besideOneAnother } from './streams.ts';

/** One of them, or the id of one that could not be had. */
export type OpenedPhoto = Result<AttachmentToWrite, string>;

export interface PhotoSource extends Pick<Platform, 'digest'> {
  /** The bytes are given away: they are emptied once they were opened. */
  readonly readAttachment: (id: string) => Promise<Result<Uint8Array, string>>;
}

/** So many at once: reading, opening and summing each wait for somebody else. */
const atOnce = 2;

export function openPhotos(
  ids: readonly string[],
  vault: Vault,
  { readAttachment, digest }: PhotoSource,
): AsyncGenerator<OpenedPhoto> {
  return besideOneAnother(ids, atOnce, async (id) => {
    const sealed = await readAttachment(id);
    if (!sealed.ok) return err(id);
    const opened = await openBlob(
      sealed.value as Uint8Array<ArrayBuffer>,
      { store: 'attachments', id },
      vault,
    );
    release(sealed.value);
    if (!opened.ok) return err(id);
    const bytes = opened.value;
    return ok({ id, bytes, sha256: hex(await digest(bytes)), crc: crc32(bytes) });
  });
}
