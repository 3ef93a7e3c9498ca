/**
 * @file Photos, sealed in files of their own named by a random id: too large for rows, and nothing about them can be
 * told from outside but their number and padded size.
 */
import { hex, type Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { openBlob, sealBlob } from './sealing.ts';
import { shell } from './shell.ts';
import type { Vault } from './vault.ts';

/** Seals and writes the bytes, which the shell reads back before it answers. Gives the id to name them by. */
export async function keepAttachment(
  bytes: Uint8Array,
  vault: Vault,
  random: Random,
): Promise<Result<string, 'not-kept'>> {
  const id = hex(random.bytes(16));
  const value = await sealBlob(bytes, { store: 'attachments', id }, vault, random);
  const written = await shell.writeAttachment({ id, value });
  return written.ok ? ok(id) : err('not-kept');
}

/** What was kept under an id. The id may come from a text somebody else made, and be anything. */
export async function readAttachment(
  id: string,
  vault: Vault,
): Promise<Result<Uint8Array<ArrayBuffer>, 'absent' | 'damaged'>> {
  if (!/^[0-9a-f]{32}$/.test(id)) return err('absent');
  const found = await shell.readAttachment({ id });
  if (!found.ok) return err('absent');
  return openBlob(found.value as Uint8Array<ArrayBuffer>, { store: 'attachments', id }, vault);
}

/** Whether something is kept under this name, be it readable or not. */
export async function hasAttachment(id: string): Promise<boolean> {
  const found = await shell.readAttachment({ id });
  return found.ok || found.error !== 'absent';
}

/** Keeps what another journal named, under that name. Never over something that is here already. */
export async function keepForeignAttachment(
  id: string,
  bytes: Uint8Array,
  vault: Vault,
  random: Random,
): Promise<Result<undefined, 'not-kept'>> {
  if (await hasAttachment(id)) return ok(undefined);
  const value = await sealBlob(bytes, { store: 'attachments', id }, vault, random);
  const written = await shell.writeAttachment({ id, value });
  return written.ok ? ok(undefined) : err('not-kept');
}
