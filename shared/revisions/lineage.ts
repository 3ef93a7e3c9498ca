/**
 * @file The life of one record, told from all its revisions: in what order they came, which stand now, and what each
 * replaced. Pure; the same for whatever order the revisions are read in.
 */
import type { RevisionId } from '../base/ids.ts';
import type { PersonId } from '../domain/record.ts';
import { addRevision, compareLeaves, type Heads, type Leaf, noHeads, rightfulLeaves } from './heads.ts';

/** As much of a revision as its place in a life needs. */
export interface Traced extends Leaf {
  readonly parents: readonly RevisionId[];
  /** The writer's wall clock in ms. */
  readonly at: number;
}

/** One version of a record and what is known about when it came. */
export interface Version<R extends Traced> {
  readonly revision: R;
  /** The versions it replaced that are known here, the best first. */
  readonly replaced: readonly R[];
  /** It named a version that is not in this journal. */
  readonly hasGap: boolean;
  readonly isHead: boolean;
  /** Its time runs before what it replaced, or lies ahead of now: whoever wrote it had a clock that was off. */
  readonly isClockOff: boolean;
}

/** Two computers' clocks are never quite alike; less than this is no reason to speak of it. */
const clockPlayMs = 2 * 60_000;
/** Time zones and a clock set by hand explain less than this. */
const aheadMs = 24 * 3600_000;

/**
 * Every version of one record, the latest first. A version stands after all it replaced, whatever its Lamport time
 * says; versions that do not know of each other are ordered as heads are.
 * Of a record that is its author's alone, only the author's versions are told once `me` has written it.
 */
export function lineageOf<R extends Traced>(
  revisions: Iterable<R>,
  me: PersonId,
  now: number,
): readonly Version<R>[] {
  const known = new Map<RevisionId, R>();
  for (const each of revisions) known.set(each.id, each);
  const rightful = rightfulLeaves([...known.values()], me);
  const counted = new Map(rightful.map((each) => [each.id, each]));
  const heads = new Set(headsAmong(rightful).map(({ id }) => id));
  const depths = depthsOf(counted);
  const depth = (each: R) => depths.get(each.id) ?? each.lamport;
  return rightful
    .toSorted((a, b) => depth(b) - depth(a) || compareLeaves(a, b))
    .map((revision) => {
      const replaced = revision.parents.flatMap((id) => counted.get(id) ?? []).toSorted(compareLeaves);
      const latest = Math.max(...replaced.map(({ at }) => at));
      return {
        revision,
        replaced,
        hasGap: revision.parents.some((id) => !known.has(id)),
        isHead: heads.has(revision.id),
        isClockOff: revision.at < latest - clockPlayMs || revision.at > now + aheadMs,
      };
    });
}

function headsAmong<R extends Traced>(revisions: readonly R[]): readonly R[] {
  let heads: Heads<R> = noHeads;
  for (const each of revisions) heads = addRevision(heads, each, each.parents);
  return heads.leaves;
}

/**
 * Lamport times, raised where a forged or damaged one does not lie above what it replaced. Honest sets are done after
 * one look; ids are hashes, so that no circle can exist, and the number of looks is bounded all the same.
 */
function depthsOf<R extends Traced>(revisions: ReadonlyMap<RevisionId, R>): ReadonlyMap<RevisionId, number> {
  const ordered = [...revisions.values()].sort((a, b) => compareLeaves(b, a));
  const depths = new Map(ordered.map(({ id, lamport }) => [id, lamport]));
  for (let look = 0, isSettled = false; !isSettled && look <= ordered.length; look += 1) {
    isSettled = true;
    for (const { id, parents } of ordered) {
      const above = Math.max(...parents.map((parent) => depths.get(parent) ?? 0)) + 1;
      if (above <= (depths.get(id) ?? 0)) continue;
      depths.set(id, above);
      isSettled = false;
    }
  }
  return depths;
}

/** A pause this long ends a sitting. */
const pauseMs = 15 * 60_000;

/**
 * The versions people think of: of those saved one upon the other while somebody sat and wrote, only the last. What
 * stands now, deletions, what was brought back and what joined others are told in any case.
 * `versions` are those of one record, the latest first.
 */
export function sittings<R extends Traced>(versions: readonly Version<R>[]): readonly Version<R>[] {
  const next = new Map<RevisionId, Version<R>[]>();
  for (const version of versions)
    for (const { id } of version.replaced) {
      const list = next.get(id);
      if (list) list.push(version);
      else next.set(id, [version]);
    }
  return versions.filter((version) => {
    if (version.isHead || version.revision.op !== 'put' || version.revision.parents.length > 1) return true;
    const [after, ...others] = next.get(version.revision.id) ?? [];
    if (after === undefined || others.length > 0) return true;
    const { op, author, replica, at, parents } = after.revision;
    const goesOn =
      op === 'put' &&
      parents.length === 1 &&
      author === version.revision.author &&
      replica === version.revision.replica &&
      Math.abs(at - version.revision.at) < pauseMs;
    return !goesOn;
  });
}
