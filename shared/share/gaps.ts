/**
 * @file What a share speaks of and does not bring: people choose what they share, and files get lost, so that a session
 * may name a question that never came. Pure.
 *
 * Parents that are not here say nothing: a share carries each record as it stands, and none of what came before.
 */
import { kindIn, type RecordId } from '../base/ids.ts';
import { holderOf } from '../domain/belonging.ts';
import { isKind, type Kind, namedRecords } from '../domain/record.ts';
import type { Census } from '../revisions/census.ts';
import type { Revision } from '../revisions/revision.ts';
import type { Plan } from '../revisions/union.ts';
import type { Manifest } from './manifest.ts';

/** Records of one kind that something names, and that are neither here nor in the file. */
export interface Gap {
  /**
   * Where they are missing: the session, timeline or question, or whatever else that stands by itself. Undefined where
   * that is missing too.
   */
  readonly within: RecordId | undefined;
  readonly kind: Kind;
  readonly count: number;
}

/** Kinds that somebody can share. People are asked for by name, and goals stay with whoever has them. */
const shareable: ReadonlySet<Kind> = new Set(['session', 'turn', 'timeline', 'mat', 'question', 'measure']);

/** In the order in which the plan adds what names them. */
export function gapsIn(
  { added, refused }: Pick<Plan, 'added' | 'refused'>,
  { authors }: Pick<Census, 'authors'>,
): readonly Gap[] {
  const brought = new Map(
    [...refused.map(({ revision }) => revision), ...added].map((each) => [each.record, each]),
  );
  const gaps = new Map<string, Gap & { readonly ids: Set<RecordId> }>();
  for (const revision of added) {
    for (const id of namedRecords(revision.body)) {
      const kind = kindIn(id);
      if (!isKind(kind) || !shareable.has(kind) || brought.has(id) || authors.has(id)) continue;
      const within = outermost(revision, brought, authors);
      const gap = gaps.get(`${within} ${kind}`) ?? { within, kind, count: 0, ids: new Set() };
      gap.ids.add(id);
      gaps.set(`${within} ${kind}`, gap);
    }
  }
  return [...gaps.values()].map(({ within, kind, ids }) => ({ within, kind, count: ids.size }));
}

/** What holds a record: the outermost that came with it, or that is here. */
function outermost(
  revision: Revision,
  brought: ReadonlyMap<RecordId, Revision>,
  authors: Census['authors'],
): RecordId | undefined {
  let current = revision;
  // A note lies on a mat, a mat in a timeline; a circle, which only a forged body makes, ends here too.
  for (let step = 0; step < 4; step += 1) {
    const holder = holderOf(current.kind, current.body);
    if (holder === undefined) break;
    const next = brought.get(holder);
    if (!next) return authors.has(holder) ? holder : undefined;
    current = next;
  }
  return current.record;
}

/**
 * Whether the sender knows words of mine that are not here: an older copy of my journal was brought back, say. Told by
 * the running numbers of the copies I wrote under. What was erased for good leaves gaps in them as well, and is not to
 * be asked for.
 */
export function knowsLostWords(
  { known: theirs }: Pick<Manifest, 'known'>,
  { known, own, erased }: Pick<Census, 'known' | 'own' | 'erased'>,
  added: readonly Revision[],
): boolean {
  if (erased.size > 0) return false;
  return [...own].some((replica) => {
    const here = known[replica] ?? 0;
    const isFilled = added.some((each) => each.replica === replica && each.seq === here + 1);
    return !isFilled && (theirs[replica] ?? 0) > here;
  });
}
