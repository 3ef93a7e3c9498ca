/**
 * @file Sealing everything anew under the present vault secret, after it was changed: drafts, photos, the log, the
 * database. Until it is done the keyring opens old and new alike, so it can be cut short anywhere, by a crash or by the
 * person, and goes on at the next start. No journal is open meanwhile: nothing else is written.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { hex, type Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { type Database, type SealedDraft, save } from './db.ts';
import { counted, heal, logPages } from './healing.ts';
import type { Log } from './log.ts';
import { mendRows } from './mendRows.ts';
import { noteResealed } from './resealDue.ts';
import { resealBlob, resealRow } from './sealing.ts';
import type { Vault } from './vault.ts';

/** What is sealed and lies neither in the log nor in the database, and what the shell does about both. */
export interface ResealShell {
  /** Slots that are sealed, or hold the keyring, and can be renewed without asking anybody. */
  renewSlots(): Promise<boolean>;
  attachments(): Promise<readonly string[]>;
  readAttachment(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  writeAttachment(id: string, value: Uint8Array): Promise<boolean>;
  /** Removes the database and every file of it, so that none of its old bytes stay. The next use makes a new one. */
  clearDatabase(): Promise<boolean>;
  removeAside(keyIds: readonly string[]): Promise<boolean>;
}

export interface ResealParts {
  readonly db: Database;
  readonly log: Log;
  readonly vault: Vault;
  readonly random: Random;
  readonly shell: ResealShell;
  readonly breathe: () => Promise<void>;
}

export interface Resealing {
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface Resealed {
  readonly rows: number;
  readonly photos: number;
  /** Rows and photos that open under no key: they were damaged before, and lie as they lay. */
  readonly unreadable: number;
}

export type ResealProblem =
  | 'stopped'
  | 'not-written'
  | 'no-room'
  | 'not-verified'
  /** Not every way in knows the present key yet, and nothing was begun. */
  | 'keys-behind';

/** What a photo costs beside a row, as far as the bar that fills is concerned. */
const photoWork = 200;
const identityPlace = { store: 'meta', id: 'replica' } as const;

class Stop extends Error {
  readonly why: ResealProblem;

  constructor(why: ResealProblem) {
    super(why);
    this.why = why;
  }
}

/**
 * Seals everything anew; what is already under the present key is left as it is. The person may stop it until the new
 * log stands: what comes after takes a moment, and half of it would look like damage.
 */
export async function reseal(
  parts: ResealParts,
  { onProgress = () => undefined, signal }: Resealing = {},
): Promise<Result<Resealed, ResealProblem>> {
  const { db, log, vault, shell } = parts;
  try {
    // First: from here on the newest rows may be under the present key, and every way in must know it.
    if (!(await shell.renewSlots())) throw new Stop('keys-behind');
    const { rows } = await log.verify();
    const healed = await heal(parts, { isThorough: (await db.rows.count()) !== rows });
    if (!healed.ok) throw new Stop('not-written');
    if (healed.value.waitsForRoom) throw new Stop('no-room');
    demand((await mendRows(parts)) !== undefined);
    await resealDraftFiles(parts);
    const ids = await shell.attachments();
    const all = ids.length * photoWork + (await log.state()).rows * 3;
    let done = 0;
    const step = (work: number) => {
      done += work;
      onProgress(all === 0 ? 1 : Math.min(1, done / all));
    };
    const stopIfAsked = () => {
      if (signal?.aborted) throw new Stop('stopped');
    };
    let unreadable = 0;
    for (const id of ids) {
      stopIfAsked();
      step(photoWork);
      if (!(await resealPhoto(parts, id))) unreadable += 1;
    }
    const anew = await resealLog(parts, step, stopIfAsked);
    await renewDatabase(parts, step);
    demand(await shell.removeAside(vault.former.map(({ keyId }) => keyId)));
    // Last of all: with this mark nothing of the above is looked at again.
    demand(await noteResealed(parts));
    onProgress(1);
    return ok({
      rows: (await log.state()).rows,
      photos: ids.length,
      unreadable: unreadable + anew.unreadable,
    });
  } catch (problem) {
    return err(problem instanceof Stop ? problem.why : 'not-written');
  }
}

/** Drafts that never became revisions; usually there are none. Their files hold what was written before, too: not now. */
async function resealDraftFiles({ log, vault, random }: ResealParts): Promise<void> {
  for (const { id, value } of await log.readDrafts()) {
    const anew = resealRow(value, { store: 'drafts', id }, vault, random);
    if (anew.ok) demand((await log.writeDraft({ id, value: anew.value.fresh ?? value }, true)).ok);
  }
}

async function resealPhoto({ shell, vault, random }: ResealParts, id: string): Promise<boolean> {
  const sealed = await shell.readAttachment(id);
  if (!sealed) return false;
  const anew = await resealBlob(sealed, { store: 'attachments', id }, vault, random);
  if (!anew.ok) return false;
  if (anew.value.fresh) demand(await shell.writeAttachment(id, anew.value.fresh));
  return true;
}

/**
 * A new log of the same rows, read back from the disk and opened with the present key alone before it counts. The old
 * one stands until the new one is whole; the database, still as it was, is there to begin again from.
 */
async function resealLog(
  parts: ResealParts,
  step: (work: number) => void,
  stopIfAsked: () => void,
): Promise<{ readonly unreadable: number }> {
  const { db, log, vault, random, breathe } = parts;
  // A database that vanishes while it is read must not take the log with it.
  const standing = await log.state();
  const written = new Content();
  const left: LogRow[] = [];
  async function* anew(): AsyncIterable<readonly LogRow[]> {
    for await (const page of counted(logPages(db), standing)) {
      stopIfAsked();
      step(page.length);
      await breathe();
      yield page.map((row) => {
        const opened = resealRow(row.sealed, { store: 'rows', id: row.id }, vault, random);
        if (!opened.ok) {
          left.push(row);
          return row;
        }
        written.add(row.id, opened.value.plain);
        return opened.value.fresh ? { ...row, keyId: vault.keyId, sealed: opened.value.fresh } : row;
      });
    }
  }
  demand(await log.rewrite(anew()));
  const found = new Content();
  const alone = { ...vault, former: [] };
  for await (const page of log.pages()) {
    step(page.length);
    await breathe();
    for (const { id, sealed } of page) {
      const opened = resealRow(sealed, { store: 'rows', id }, alone, random);
      if (opened.ok) found.add(id, opened.value.plain);
    }
  }
  if (!found.equals(written)) {
    demand(await log.rewrite(counted(logPages(db), standing)));
    throw new Stop('not-verified');
  }
  return { unreadable: left.length };
}

/** Clears the database and fills it from the log; what only the database had is put there first. */
async function renewDatabase(parts: ResealParts, step: (work: number) => void): Promise<void> {
  const { db, vault, random, shell } = parts;
  const identity = await db.meta.get('replica');
  const whose = identity && resealRow(identity.sealed, identityPlace, vault, random);
  const drafts = (await db.drafts.toArray()).map((draft): SealedDraft => {
    const anew = resealRow(draft.sealed, { store: 'drafts', id: draft.id }, vault, random);
    const fresh = anew.ok ? anew.value.fresh : undefined;
    return fresh ? { id: draft.id, keyId: vault.keyId, sealed: fresh } : draft;
  });
  demand(await shell.clearDatabase());
  const sealed = (whose?.ok ? whose.value.fresh : undefined) ?? identity?.sealed;
  if (sealed) demand((await save(() => db.meta.put({ key: 'replica', sealed }))).ok);
  for (const draft of drafts) demand((await save(() => db.drafts.put(draft))).ok);
  const { rows } = await parts.log.state();
  let filled = 0;
  const healed = await heal(parts, {
    onProgress: (done) => {
      step(done * rows - filled);
      filled = done * rows;
    },
  });
  demand(healed.ok && !healed.value.waitsForRoom);
}

function demand(isDone: boolean): void {
  if (!isDone) throw new Stop('not-written');
}

/** What rows say, whatever they are sealed under and in whatever order they come: count, and XOR of their hashes. */
class Content {
  #count = 0;
  readonly #sum = new Uint8Array(32);

  add(id: string, plain: Uint8Array): void {
    const hash = sha256(concatBytes(hexToBytes(id), plain));
    for (const [place, byte] of hash.entries()) this.#sum[place] = (this.#sum[place] ?? 0) ^ byte;
    this.#count += 1;
  }

  equals(other: Content): boolean {
    return this.#count === other.#count && hex(this.#sum) === hex(other.#sum);
  }
}
