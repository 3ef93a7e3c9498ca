/** @file Deleted things as the trash shows them: what was deleted in one go is one thing. Pure. */
import { kindIn, type RecordId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { dayOf } from '#shared/base/time.ts';
import { holderOf } from '#shared/domain/belonging.ts';
import { isKind } from '#shared/domain/record.ts';
import { standingOf } from '#shared/revisions/heads.ts';
import { lineageOf } from '#shared/revisions/lineage.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { isFromNewer, type Revision } from '#shared/revisions/revision.ts';
import { fold } from '#shared/search/fold.ts';
import { headOf } from '../../journal/head.ts';
import type { Change } from '../../journal/journal.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import type { View } from '../../journal/view.ts';
import { type Content, type Field, fieldsOf } from './fields.ts';
import { type LookUp, lookUpIn, type Naming, namingOf, placesOf } from './naming.ts';
import { contentOf } from './story.ts';

/** A record that was deleted, with what it last said. */
export interface Gone {
  readonly record: RecordId;
  readonly content: Content;
  readonly naming: Naming;
  readonly fields: readonly Field[];
  /** It may be brought back here: it is mine to write, or belongs to both. */
  readonly isMine: boolean;
}

/** What was deleted in one go. */
export interface Discard {
  /** The record that the others belonged to. */
  readonly root: Gone;
  /** The others, each below what it belonged to. */
  readonly members: readonly Gone[];
  readonly places: readonly string[];
  readonly at: number;
  readonly day: Day;
  readonly by: PersonShown;
  /** Deleted things that must come back with it for it to be seen at all: the session of a note. */
  readonly holders: readonly Gone[];
  /** All its words, folded once, for the filter. */
  readonly folded: string;
}

/** Kinds that are of use only to the journal itself. */
const unseen: ReadonlySet<string> = new Set(['handover', 'erasure']);

/** The ids of all that was deleted. */
export function deletedIds(view: View): readonly RecordId[] {
  return view
    .deleted()
    .map(({ id }) => id)
    .filter((id) => !unseen.has(kindIn(id)));
}

/** Everything in the trash, the latest deleted first. */
export function discardsOf(view: View, revisions: readonly Revision[]): readonly Discard[] {
  const contents = lastContents(view, revisions);
  const lookUp = lookUpIn(view, contents);
  const goneOf = (record: RecordId): Gone | undefined => {
    const content = contents.get(record);
    const [head] = view.headsOf(record);
    if (!content || !head) return undefined;
    return {
      record,
      content,
      naming: namingOf(view, content),
      fields: fieldsOf(view, content),
      isMine: mayWrite(content.kind, view.me, head.author),
    };
  };
  const gone = new Map(
    deletedIds(view).flatMap((id) => {
      const each = goneOf(id);
      return each ? [[id, each] as const] : [];
    }),
  );
  return [...heaps(view, gone)]
    .flatMap((heap) => discards(view, heap, gone, lookUp))
    .toSorted((a, b) => b.at - a.at || (a.root.record < b.root.record ? -1 : 1));
}

function lastContents(view: View, revisions: readonly Revision[]): ReadonlyMap<RecordId, Content> {
  const byRecord = new Map<RecordId, Revision[]>();
  for (const each of revisions) {
    if (!isKind(each.kind) || isFromNewer(each)) continue;
    const list = byRecord.get(each.record);
    if (list) list.push(each);
    else byRecord.set(each.record, [each]);
  }
  return new Map(
    [...byRecord].flatMap(([record, all]) => {
      const written = lineageOf(all.map(headOf), view.me, 0).find(({ revision }) => revision.body !== null);
      const content = written && contentOf(written.revision);
      return content ? [[record, content] as const] : [];
    }),
  );
}

/** What one write deleted: its revisions share their replica and Lamport time. */
function heaps(view: View, gone: ReadonlyMap<RecordId, Gone>): Iterable<readonly Gone[]> {
  const found = new Map<string, Gone[]>();
  for (const each of gone.values()) {
    const { replica, lamport } = standingOf(view.headsOf(each.record)).shown;
    const key = `${replica} ${lamport}`;
    const heap = found.get(key);
    if (heap) heap.push(each);
    else found.set(key, [each]);
  }
  return found.values();
}

function discards(
  view: View,
  heap: readonly Gone[],
  gone: ReadonlyMap<RecordId, Gone>,
  lookUp: LookUp,
): readonly Discard[] {
  const inHeap = new Set(heap.map(({ record }) => record));
  const holder = ({ content }: Gone) => holderOf(content.kind, content.body);
  const roots = heap.filter((each) => !inHeap.has(holder(each) as RecordId));
  return roots.map((root) => {
    const members = membersOf(root, heap);
    const { at, author } = standingOf(view.headsOf(root.record)).shown;
    const all = [root, ...members];
    const words = all.flatMap(({ naming, fields }) => [naming.what, ...fields.map(({ text }) => text)]);
    return {
      root,
      members,
      places: placesOf(view, root.content, lookUp),
      at,
      day: dayOf(at),
      by: personShown(view, author),
      holders: holdersOf(root, gone),
      folded: fold(words.join('\n')),
    };
  });
}

/** Halves in their order, and below each what was said in it. */
function membersOf(root: Gone, heap: readonly Gone[]): readonly Gone[] {
  const held = heap
    .filter(({ content }) => holderOf(content.kind, content.body) === root.record)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || (a.record < b.record ? -1 : 1));
  return held.flatMap((each) => [each, ...membersOf(each, heap)]);
}

function orderOf({ content }: Gone): number {
  return content.kind === 'turn' || content.kind === 'mat' ? content.body.order : Number.MAX_SAFE_INTEGER;
}

function holdersOf(root: Gone, gone: ReadonlyMap<RecordId, Gone>): readonly Gone[] {
  const found: Gone[] = [];
  for (let next: Gone | undefined = root; next && found.length < gone.size; ) {
    const id: RecordId | undefined = holderOf(next.content.kind, next.content.body);
    next = id === undefined ? undefined : gone.get(id);
    if (next && !found.includes(next)) found.push(next);
  }
  return found;
}

/** What brings a thing back with all that was deleted with it, and with what it cannot be seen without. */
export function bringingBack({ root, members, holders }: Discard): readonly Change[] {
  return [...holders, root, ...members]
    .filter(({ isMine }) => isMine)
    .map(({ record, content }) => ({ op: 'restore', id: record, ...content }) as unknown as Change);
}
