/** @file A whole journal as people read it, for the pages inside a backup. No word of a record that stands is left out. */
import type { RecordId } from '../base/ids.ts';
import type { Body, Kind, PersonId } from '../domain/record.ts';
import type { RichText } from '../domain/richText.ts';
import type { Kept } from './closure.ts';
import type { OutlineChapter, OutlineGroup, OutlineItem, Telling, Whose } from './outline.ts';

export interface WholeJournal {
  readonly records: readonly Kept[];
  readonly me: PersonId;
  /** The day it was written out. */
  readonly day: string;
}

/** What each kind is called, in the order in which they are read. */
const kindNames: Readonly<Record<Kind, string>> = {
  session: 'Session',
  timeline: 'Timeline',
  question: 'Question',
  goal: 'Goal',
  agreement: 'Agreement',
  reflection: 'Reflection',
  turn: 'Half',
  mat: 'Mat',
  foundObject: 'Found object',
  note: 'Note',
  reading: 'Reading',
  noticing: 'Noticing',
  commitment: 'Promise',
  checkIn: 'Check-in',
  measure: 'Measure',
  buddyship: 'Buddyship',
  person: 'Person',
  handover: 'Share',
  erasure: 'Erased',
};

/** These stand for themselves; all others belong to what they name, or else come together under their kind. */
const chapterKinds = ['session', 'timeline', 'question', 'goal', 'agreement', 'reflection'] as const;
const holderFields = ['about', 'turn', 'mat', 'timeline', 'session', 'goal'] as const;

export function wholeJournal(journal: WholeJournal): Telling {
  const byId = new Map<RecordId, Kept>(journal.records.map((record) => [record.id, record]));
  const below = new Map<RecordId, Kept[]>();
  const loose: Kept[] = [];
  for (const record of journal.records) {
    const holder = holderOf(record, byId);
    if (holder === undefined) loose.push(record);
    else below.set(holder, [...(below.get(holder) ?? []), record]);
  }
  const isChapter = new Set<Kind>(chapterKinds);
  const teller = new Teller(byId, below, journal.me);
  const looseOf = (kind: Kind) => loose.filter((record) => record.kind === kind);
  function* chapters(): Generator<OutlineChapter> {
    for (const kind of chapterKinds) {
      for (const root of looseOf(kind).toSorted(inOrder)) yield teller.chapter(root);
    }
    for (const kind of Object.keys(kindNames) as Kind[]) {
      if (!isChapter.has(kind)) yield* teller.gathered(kind, looseOf(kind));
    }
  }
  return {
    language: 'en-GB',
    title: `${teller.nameOf(journal.me)}: the whole journal`,
    lead: `As it stood on ${journal.day}. Earlier wordings and what was deleted are in the folder revisions.`,
    chapters: { [Symbol.iterator]: chapters },
  };
}

function holderOf({ id, kind, body }: Kept, byId: ReadonlyMap<RecordId, Kept>): RecordId | undefined {
  if (chapterKinds.some((each) => each === kind)) return undefined;
  const fields: Readonly<Record<string, unknown>> = body;
  return holderFields
    .map((name) => fields[name] as RecordId | undefined)
    .find((holder) => holder !== undefined && holder !== id && byId.has(holder));
}

function inOrder(a: Kept, b: Kept): number {
  const [one, other] = [orderOf(a.body), orderOf(b.body)];
  return one.day < other.day ? -1 : one.day > other.day ? 1 : one.order - other.order;
}

function orderOf(body: Body<Kind>): { readonly day: string; readonly order: number } {
  const { day, order } = body as { readonly day?: unknown; readonly order?: unknown };
  return { day: typeof day === 'string' ? day : '', order: typeof order === 'number' ? order : 0 };
}

const idText = /^[a-z][A-Za-z]*_[0-9a-f]{32}$/;
/** Fields that say where on the ground something lies, or what was counted: no words. */
const wordless = new Set(['path', 'spot', 'records', 'counts', 'alsoKnownAs', 'signingKey', 'sample']);

class Teller {
  readonly #byId: ReadonlyMap<RecordId, Kept>;
  readonly #below: ReadonlyMap<RecordId, readonly Kept[]>;
  readonly #me: PersonId;

  constructor(
    byId: ReadonlyMap<RecordId, Kept>,
    below: ReadonlyMap<RecordId, readonly Kept[]>,
    me: PersonId,
  ) {
    this.#byId = byId;
    this.#below = below;
    this.#me = me;
  }

  nameOf(id: PersonId): string {
    return this.#nameOf(id) ?? 'Someone';
  }

  readonly chapter = (root: Kept): OutlineChapter => {
    const { heading, facts, items } = this.#told(root);
    const children = this.#children(root);
    const holders = children.filter((child) => this.#children(child).length > 0);
    const leaves = children.filter((child) => this.#children(child).length === 0);
    const own: OutlineGroup = { id: root.id, facts: [], items: [...items, ...leaves.map(this.#item)] };
    return {
      id: root.id,
      eyebrow: kindNames[root.kind],
      heading,
      facts,
      groups: [...(own.items.length > 0 ? [own] : []), ...holders.map(this.#group)],
    };
  };

  /** What belongs to nothing, a kind at a time. */
  gathered(kind: Kind, records: readonly Kept[]): readonly OutlineChapter[] {
    const [first] = records;
    if (!first) return [];
    const sorted = records.toSorted(inOrder);
    const holders = sorted.filter((record) => this.#children(record).length > 0);
    const leaves = sorted.filter((record) => this.#children(record).length === 0);
    const groups = [
      ...(leaves.length > 0 ? [{ id: first.id, facts: [], items: leaves.map(this.#item) }] : []),
      ...holders.map(this.#group),
    ];
    return [{ id: first.id, eyebrow: 'By itself', heading: `${kindNames[kind]}s`, facts: [], groups }];
  }

  readonly #group = (holder: Kept): OutlineGroup => {
    const { heading, facts, items } = this.#told(holder);
    const under = this.#descendants(holder);
    return {
      id: holder.id,
      heading: `${kindNames[holder.kind]}: ${heading}`,
      facts,
      items: [...items, ...under.map(this.#item)],
    };
  };

  readonly #item = (record: Kept): OutlineItem => {
    const { person, day, author } = {
      author: record.author,
      ...(record.body as { person?: PersonId; day?: string }),
    };
    const who = person ?? author;
    const [text] = this.#richTexts(record);
    const label = [kindNames[record.kind], this.#nameOf(who), day].filter(Boolean).join(', ');
    const words = this.#words(record, ['day', 'person']).map(([name, said]) => `${name}: ${said}`);
    return { ids: [record.id], label, whose: this.#whose(who), text, words };
  };

  #told(
    record: Kept,
  ): Pick<OutlineChapter, 'heading' | 'facts'> & { readonly items: readonly OutlineItem[] } {
    const words = this.#words(record, []);
    const titled = words.find(([name]) => ['title', 'wording', 'name', 'what'].includes(name));
    const day = words.find(([name]) => name === 'day');
    const isLong = (said: string) => said.length > 120 || said.includes('\n');
    const rest = words.filter((each) => each !== titled);
    return {
      heading: titled?.[1] ?? day?.[1] ?? 'Without a title',
      facts: rest.filter(([, said]) => !isLong(said)).map(([name, said]) => `${name}: ${said}`),
      items: rest
        .filter(([, said]) => isLong(said))
        .map(([name, said]) => ({
          ids: [record.id],
          label: name,
          whose: this.#whose(record.author),
          words: [said],
        })),
    };
  }

  #children({ id }: Kept): readonly Kept[] {
    return (this.#below.get(id) ?? []).toSorted(inOrder);
  }

  #descendants(record: Kept): readonly Kept[] {
    return this.#children(record).flatMap((child) => [child, ...this.#descendants(child)]);
  }

  #richTexts({ body }: Kept): readonly RichText[] {
    return Object.values(body).filter(isRich);
  }

  /** Every word and figure of a body by the name of its field, but rich texts and ids of records. */
  #words({ body }: Kept, leaveOut: readonly string[]): readonly (readonly [string, string])[] {
    return Object.entries(body)
      .filter(([name]) => !leaveOut.includes(name) && !wordless.has(name))
      .flatMap(([name, value]) => {
        const said = this.#said(value);
        return said === '' ? [] : [[name, said] as const];
      });
  }

  #said(value: unknown): string {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string')
      return idText.test(value) ? (this.#nameOf(value as PersonId) ?? '') : value.trim();
    if (typeof value !== 'object' || value === null || isRich(value)) return '';
    const isList = Array.isArray(value);
    return Object.values(value)
      .map((child) => this.#said(child))
      .filter(Boolean)
      .join(isList ? '\n' : ', ');
  }

  #nameOf(id: PersonId): string | undefined {
    const name = (this.#byId.get(id)?.body as { readonly name?: unknown } | undefined)?.name;
    return id.startsWith('person_') && typeof name === 'string' ? name : undefined;
  }

  #whose(person: PersonId): Whose {
    return person === this.#me ? 'me' : 'buddy';
  }
}

/** Bodies were parsed when they were kept; this only tells one field from another. */
function isRich(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && (value as { readonly type?: unknown }).type === 'doc';
}
