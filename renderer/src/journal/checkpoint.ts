/**
 * @file The view, sealed, in chunks: so that a decade opens at once. It holds nothing the rows do not; if it is
 * absent, damaged or from another version, the rows are read instead. The first chunk is enough for Today.
 */
import type { RecordId, ReplicaId, RevisionId } from '#shared/base/ids.ts';
import { hex, kindIn, type Random } from '#shared/base/ids.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { bodyVersion } from '#shared/migrate/migrations.ts';
import type { Awaited, Heads } from '#shared/revisions/heads.ts';
import { revisionFormat } from '#shared/revisions/revision.ts';
import type { CheckpointChunk, Database } from './db.ts';
import { save } from './db.ts';
import { essentials } from './essentials.ts';
import type { Head } from './head.ts';
import { openBlob, sealBlob } from './sealing.ts';
import type { Vault } from './vault.ts';
import type { View } from './view.ts';

/** Counts the shapes of what is below. Another number is read as "no checkpoint". */
const checkpointFormat = 2;

/** Characters of JSON a chunk holds before the next begins. */
const chunkSize = 1_000_000;

/** Where the journal stood when the checkpoint was made. */
export interface Standing {
  /** The last row it covers. */
  readonly throughRow: number;
  readonly lamport: number;
  /** This replica's last running number. */
  readonly seq: number;
}

const ops = ['put', 'delete', 'restore'] as const;

/** A head, packed: record, author, id, lamport, replica, at, op, body. Authors and replicas by their place in a list. */
type Packed = readonly [RecordId, number, RevisionId, number, number, number, number, Head['body']];

interface Chunk {
  readonly format: number;
  readonly bodies: number;
  readonly revisions: number;
  readonly standing: Standing;
  readonly chunks: number;
  readonly authors: readonly PersonId[];
  readonly replicas: readonly ReplicaId[];
  readonly heads: readonly Packed[];
  /** Parents still awaited, each with who named it, by their place in the list of authors. */
  readonly awaited: readonly (readonly [RecordId, readonly (readonly [RevisionId, number])[]])[];
}

export type Records = readonly (readonly [RecordId, Heads<Head>])[];

/** One opened chunk. `chunks` says how many there are, the first included. */
export interface Opened {
  readonly standing: Standing;
  readonly chunks: number;
  readonly generation: string;
  readonly records: Records;
}

/** Opens one chunk; undefined where it is absent, damaged, or not of this version (or not of `generation`). */
export async function openChunk(
  row: CheckpointChunk | undefined,
  vault: Vault,
  generation?: string,
): Promise<Opened | undefined> {
  if (!row || (generation !== undefined && row.generation !== generation)) return undefined;
  const opened = await openBlob(row.sealed, placeOf(row.generation, row.index), vault);
  if (!opened.ok) return undefined;
  const chunk = JSON.parse(new TextDecoder().decode(opened.value)) as Chunk;
  const fits =
    chunk.format === checkpointFormat && chunk.bodies === bodyVersion && chunk.revisions === revisionFormat;
  if (!fits) return undefined;
  return {
    standing: chunk.standing,
    chunks: chunk.chunks,
    generation: row.generation,
    records: unpack(chunk),
  };
}

function placeOf(generation: string, index: number) {
  return { store: 'checkpoint', id: `${generation}/${index}` } as const;
}

function unpack(chunk: Chunk): Records {
  const records = new Map<RecordId, { leaves: Head[]; awaited: readonly Awaited[] }>();
  for (const [record, author, id, lamport, replica, at, op, body] of chunk.heads) {
    const head: Head = {
      id,
      record,
      kind: kindIn(record),
      author: chunk.authors[author] as PersonId,
      lamport,
      replica: chunk.replicas[replica] as ReplicaId,
      // What it replaced is long gone from the heads.
      parents: [],
      at,
      op: ops[op] ?? 'put',
      body,
    };
    const present = records.get(record);
    if (present) present.leaves.push(head);
    else records.set(record, { leaves: [head], awaited: [] });
  }
  for (const [record, packed] of chunk.awaited) {
    const awaited = packed.map(([id, author]): Awaited => ({ id, by: chunk.authors[author] as PersonId }));
    const present = records.get(record);
    if (present) present.awaited = awaited;
    else records.set(record, { leaves: [], awaited });
  }
  return [...records];
}

/** Makes a new checkpoint of a complete view and puts it in the place of the old one, whole or not at all. */
export async function writeCheckpoint(
  db: Database,
  view: View,
  standing: Standing,
  vault: Vault,
  random: Random,
  breathe: () => Promise<void>,
): Promise<void> {
  const generation = hex(random.bytes(8));
  const chunks = pack(view, standing);
  const rows: CheckpointChunk[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const bytes = new TextEncoder().encode(JSON.stringify(chunk));
    rows.push({
      index,
      generation,
      sealed: await sealBlob(bytes, placeOf(generation, index), vault, random),
    });
    await breathe();
  }
  // Nothing depends on it: if it cannot be written, the old one and the rows after it serve as before.
  await save(() =>
    db.transaction('rw', db.checkpoint, async () => {
      await db.checkpoint.clear();
      await db.checkpoint.bulkPut(rows);
    }),
  );
}

function pack(view: View, standing: Standing): Chunk[] {
  const first = essentials(view);
  const all = [...view.everything()];
  const newest = ([, { leaves }]: readonly [RecordId, Heads<Head>]) =>
    Math.max(0, ...leaves.map(({ lamport }) => lamport));
  const essential = all.filter(([id]) => first.has(id));
  const rest = all.filter(([id]) => !first.has(id)).sort((a, b) => newest(b) - newest(a));
  const groups: Records[] = [essential];
  let group: (readonly [RecordId, Heads<Head>])[] = [];
  let size = 0;
  for (const record of rest) {
    group.push(record);
    size += roughSize(record[1]);
    if (size < chunkSize) continue;
    groups.push(group);
    group = [];
    size = 0;
  }
  if (group.length > 0) groups.push(group);
  return groups.map((records) => packGroup(records, standing, groups.length));
}

function roughSize(heads: Heads<Head>): number {
  return heads.leaves.reduce((sum, { body }) => sum + 200 + JSON.stringify(body).length, 0);
}

function packGroup(records: Records, standing: Standing, chunks: number): Chunk {
  const authors: PersonId[] = [];
  const replicas: ReplicaId[] = [];
  const indexIn = <T>(list: T[], value: T) => {
    const found = list.indexOf(value);
    return found >= 0 ? found : list.push(value) - 1;
  };
  const heads = records.flatMap(([record, { leaves }]) =>
    leaves.map(
      ({ id, author, lamport, replica, at, op, body }): Packed => [
        record,
        indexIn(authors, author),
        id,
        lamport,
        indexIn(replicas, replica),
        at,
        ops.indexOf(op),
        body,
      ],
    ),
  );
  const awaited = records
    .filter(([, heads]) => heads.awaited.length > 0)
    .map(
      ([id, heads]) =>
        [id, heads.awaited.map((each) => [each.id, indexIn(authors, each.by)] as const)] as const,
    );
  return {
    format: checkpointFormat,
    bodies: bodyVersion,
    revisions: revisionFormat,
    standing,
    chunks,
    authors,
    replicas,
    heads,
    awaited,
  };
}
