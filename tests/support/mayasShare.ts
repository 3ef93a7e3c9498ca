import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { IdOf } from '#shared/domain/record.ts';
import { packMembers, unpackMembers } from '#shared/share/members.ts';
import { writeShare } from '#shared/share/shareFile.ts';
import { sign } from '#shared/share/signature.ts';
import { shareContent } from './makeShare.ts';
import { Pen, writeAnAfternoon } from './pen.ts';
import { quickAge } from './quickAge.ts';

/** @file Shares as somebody else's Stringwalk makes them, and as one of ill will might; before they are encrypted. */

export const passphrase = 'otter lantern june moss gable';

/** The file that travels. */
export function encrypted(zip: Uint8Array): Promise<Uint8Array> {
  return quickAge(zip, passphrase);
}

/** An afternoon of Maya's, shared with Tom. */
export function mayasZip(maya = new Pen('Maya', 'Tom')): Uint8Array {
  const { session } = writeAnAfternoon(maya);
  return zipOf(maya, session);
}

/** The same with its question held back. */
export function mayasZipWithoutQuestion(maya = new Pen('Maya', 'Tom')): Uint8Array {
  const { session, question } = writeAnAfternoon(maya);
  return zipOf(maya, session, new Set([question]));
}

/** One session as it stands in somebody's journal, with all that belongs to it. */
export function zipOf(pen: Pen, session: IdOf<'session'>, held?: ReadonlySet<string>): Uint8Array {
  const zip = writeShare(shareContent(pen, { sessions: [session] }, held), pen.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

/** The same from a version to come, properly signed. */
export function newerZip(zip: Uint8Array): Uint8Array {
  const { signingSeed } = new Pen('Maya', 'Tom');
  return withManifest(zip, (manifest) => ({ ...manifest, format: 2 }), signingSeed);
}

/** The same, signed by somebody else in Maya's name. */
export function forgedZip(zip: Uint8Array): Uint8Array {
  return withManifest(zip, (manifest) => manifest, new Uint8Array(32).fill(9));
}

function withManifest(zip: Uint8Array, change: (manifest: object) => object, seed: Uint8Array): Uint8Array {
  const unpacked = unpackMembers(zip);
  if (!unpacked.ok) throw new Error(unpacked.error);
  const members = new Map(unpacked.value);
  const manifest = JSON.parse(new TextDecoder().decode(members.get('manifest.json'))) as object;
  const bytes = utf8ToBytes(JSON.stringify(change(manifest)));
  return packMembers(members.set('manifest.json', bytes).set('signature', sign(bytes, seed)));
}
