import { Unzip, UnzipInflate, zipSync } from 'fflate';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { shareLimits } from './limits.ts';

/** The files inside a ZIP, by name. */
export type Members = ReadonlyMap<string, Uint8Array>;

export type MembersProblem =
  | 'not-a-zip'
  | 'damaged'
  /** More members, more bytes or a higher ratio than we ever write. */
  | 'too-big';

/** Lower-case names, at most one folder deep: nothing that climbs out of where it is unpacked. */
const safeName = /^[a-z0-9][a-z0-9._-]{0,99}(\/[a-z0-9][a-z0-9._-]{0,99})?$/;

/** The only moment a member ever has: when it was made is nobody's business (and a ZIP knows no earlier one). */
const noMoment = new Date(1980, 0, 1);

/** A ZIP that any `unzip` opens. Members stand in the order of the map. */
export function packMembers(members: Members): Uint8Array {
  return zipSync(Object.fromEntries(members), { mtime: noMoment, level: 6 });
}

/** So much of a ZIP is looked at at once: even if all of it is a bomb, it inflates to some 16 MB before it is noticed. */
const step = 16 * 1024;

class Refused extends Error {
  readonly why: MembersProblem;
  constructor(why: MembersProblem) {
    super(why);
    this.why = why;
  }
}

/**
 * Unpacks a stranger's ZIP. Sizes that it claims are not believed: bytes are counted as they come out, and it stops
 * at the first one too many.
 */
export function unpackMembers(zip: Uint8Array): Result<Members, MembersProblem> {
  const members = new Map<string, Uint8Array[]>();
  const open = new Set<string>();
  const allowed = Math.min(
    shareLimits.totalBytes,
    Math.max(shareLimits.alwaysAllowedBytes, zip.length * shareLimits.ratio),
  );
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!safeName.test(file.name) || members.has(file.name)) throw new Refused('damaged');
    if (members.size >= shareLimits.members) throw new Refused('too-big');
    const chunks: Uint8Array[] = [];
    members.set(file.name, chunks);
    open.add(file.name);
    file.ondata = (problem, chunk, final) => {
      if (problem) throw problem;
      total += chunk.length;
      if (total > allowed) throw new Refused('too-big');
      chunks.push(chunk);
      if (final) open.delete(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start < zip.length; start += step) {
      unzip.push(zip.subarray(start, start + step), start + step >= zip.length);
    }
  } catch (problem) {
    return err(problem instanceof Refused ? problem.why : members.size === 0 ? 'not-a-zip' : 'damaged');
  }
  if (members.size === 0) return err('not-a-zip');
  if (open.size > 0) return err('damaged');
  return ok(new Map([...members].map(([name, chunks]) => [name, joined(chunks)])));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
