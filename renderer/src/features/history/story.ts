/** @file From the revisions of one or more records to the lines of a history. Pure. */
import type { RecordId, RevisionId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { dayOf } from '#shared/base/time.ts';
import { isKind } from '#shared/domain/record.ts';
import { standingOf } from '#shared/revisions/heads.ts';
import { lineageOf, sittings, type Version } from '#shared/revisions/lineage.ts';
import { isFromNewer, type Revision } from '#shared/revisions/revision.ts';
import { type Head, headOf } from '../../journal/head.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import type { View } from '../../journal/view.ts';
import { changeInWords, pairFields } from './comparing.ts';
import { type Content, type Field, fieldsOf } from './fields.ts';
import { lookUpIn, type Naming, namingOf, placesOf } from './naming.ts';

/** One version of one record, as a history shows it. */
export interface Line {
  readonly id: RevisionId;
  readonly record: RecordId;
  readonly op: Head['op'];
  readonly at: number;
  readonly day: Day;
  readonly isClockOff: boolean;
  readonly by: PersonShown;
  /** Written in another copy of this person's journal than this one. */
  readonly isElsewhere: boolean;
  /** What changed, in a few words. */
  readonly what: string;
  /** What it says; undefined for a deletion, and for what only a newer version can read. */
  readonly content: Content | undefined;
  readonly fields: readonly Field[];
  /** The version told before it, as far as this journal has one. */
  readonly before: RevisionId | undefined;
  /** It stands now: as what is shown, or beside it. */
  readonly stands: 'shown' | 'beside' | undefined;
}

export interface Told {
  readonly record: RecordId;
  readonly naming: Naming;
  readonly places: readonly string[];
  /** The latest first. */
  readonly lines: readonly Line[];
}

export interface Telling {
  /** The replica this copy of the journal writes under. */
  readonly replica: string;
  readonly now: number;
  /** Also the saves in between, while somebody sat and wrote; undefined: where there are only a few. */
  readonly isEverySave: boolean | undefined;
}

export interface Story {
  readonly records: readonly Told[];
  /** The lines of all of them, the latest first. */
  readonly lines: readonly Line[];
  /** How many saves in between there are, shown or not. */
  readonly savesBetween: number;
  readonly isEverySave: boolean;
}

/** So many saves in between are no burden; more hide what a person looks for. */
const fewSaves = 12;

export function storyOf(view: View, revisions: readonly Revision[], telling: Telling): Story {
  const byRecord = new Map<RecordId, Revision[]>();
  for (const each of revisions) {
    if (!isKind(each.kind)) continue;
    const list = byRecord.get(each.record);
    if (list) list.push(each);
    else byRecord.set(each.record, [each]);
  }
  const lives = [...byRecord].map(([record, all]) => {
    const newer = new Set(all.filter(isFromNewer).map(({ id }) => id));
    return { record, newer, versions: lineageOf(all.map(headOf), view.me, telling.now) };
  });
  const last = new Map(
    lives.flatMap(({ record, newer, versions }) => {
      const written = versions.find(({ revision }) => revision.body !== null && !newer.has(revision.id));
      const content = written && contentOf(written.revision);
      return content ? [[record, content] as const] : [];
    }),
  );
  const lookUp = lookUpIn(view, last);
  const savesBetween = lives.reduce(
    (sum, { versions }) => sum + versions.length - sittings(versions).length,
    0,
  );
  const isEverySave = telling.isEverySave ?? savesBetween <= fewSaves;
  const records = lives.flatMap((life): readonly Told[] => {
    const content = last.get(life.record);
    if (!content) return [];
    const { record } = life;
    const lines = linesOf(view, life, { ...telling, isEverySave });
    return [{ record, naming: namingOf(view, content), places: placesOf(view, content, lookUp), lines }];
  });
  const lamports = new Map(
    lives.flatMap(({ versions }) => versions.map(({ revision }) => [revision.id, revision.lamport] as const)),
  );
  const lamport = ({ id }: Line) => lamports.get(id) ?? 0;
  // Stable: the lines of one record keep their order.
  const lines = records.flatMap((told) => told.lines).toSorted((a, b) => lamport(b) - lamport(a));
  return { records, lines, savesBetween, isEverySave };
}

interface Life {
  readonly record: RecordId;
  /** Those that only a newer version can read. */
  readonly newer: ReadonlySet<RevisionId>;
  readonly versions: readonly Version<Head>[];
}

function linesOf(view: View, { record, newer, versions }: Life, telling: Telling): readonly Line[] {
  const told = telling.isEverySave ? versions : sittings(versions);
  const toldIds = new Set(told.map(({ revision }) => revision.id));
  const known = new Map(versions.map((version) => [version.revision.id, version]));
  const heads = view.headsOf(record);
  const shown = heads.length > 0 ? standingOf(heads).shown.id : undefined;
  const read = (revision: Head) => (newer.has(revision.id) ? undefined : contentOf(revision));
  const fieldsById = new Map(
    told.map(({ revision }): readonly [RevisionId, readonly Field[]] => {
      const content = read(revision);
      return [revision.id, content ? fieldsOf(view, content) : []];
    }),
  );

  /** The next told version with words, down the first line of what was replaced. */
  function toldBefore({ replaced }: Version<Head>): RevisionId | undefined {
    let next = replaced.find(({ body }) => body !== null) ?? replaced[0];
    while (next && (next.body === null || !toldIds.has(next.id))) next = known.get(next.id)?.replaced[0];
    return next?.id;
  }

  return told.map((version) => {
    const { revision, replaced, isHead, isClockOff, hasGap } = version;
    const { id, op, at, author } = revision;
    const before = toldBefore(version);
    const fields = fieldsById.get(id) ?? [];
    return {
      id,
      record,
      op,
      at,
      day: dayOf(at),
      isClockOff,
      by: personShown(view, author),
      isElsewhere: author === view.me && revision.replica !== telling.replica,
      what: whatHappened(),
      content: read(revision),
      fields,
      before,
      stands: !isHead || op === 'delete' ? undefined : id === shown ? 'shown' : 'beside',
    };

    function whatHappened(): string {
      if (op === 'delete') return 'Deleted';
      if (newer.has(id)) return 'Written by a newer Stringwalk';
      if (op === 'restore') return 'Brought back';
      if (before === undefined) return hasGap ? 'What came before is not in this journal' : 'Begun';
      if (replaced.filter(({ body }) => body !== null).length > 1) return 'Joined two versions';
      return changeInWords(pairFields(fieldsById.get(before) ?? [], fields));
    }
  });
}

export function contentOf({ kind, body }: Pick<Head, 'kind' | 'body'>): Content | undefined {
  // Bodies were judged when they were written or joined; only a newer version's are not of their kind's shape.
  return body === null || !isKind(kind) ? undefined : ({ kind, body } as unknown as Content);
}
