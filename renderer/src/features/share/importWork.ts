/** @file Taking a share in: opened and planned in a worker, joined in one write. */
import type { RecordId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { PersonId } from '#shared/domain/record.ts';
import type { Census } from '#shared/revisions/census.ts';
import type { Plan } from '#shared/revisions/union.ts';
import { inspectPhoto } from '#shared/share/photos.ts';
import { countKinds } from '#shared/share/shareFile.ts';
import { hasAttachment, keepForeignAttachment } from '../../journal/attachments.ts';
import { collect } from '../../journal/exchange/collect.ts';
import { type SharePlan, type SharePreview, ShareWork } from '../../journal/exchange/shareClient.ts';
import type { Change, Journal } from '../../journal/journal.ts';
import { renewCheckpoint } from '../../journal/openVault.ts';
import type { Pair } from '../../journal/people.ts';
import type { VaultParts } from '../../journal/useVault.ts';
import { type Bringing, bringing, type Trouble } from './importView.ts';
import { aliasChanges, type Matches, type Meeting, meetingOf, sharedBuddyships } from './whoIsWho.ts';

/** After so many new rows the next start would read for long, so what it reads is renewed at once. */
const rowsWorthACheckpoint = 500;

/** A share that opened, with what it would do. */
export interface Opened {
  readonly preview: SharePreview;
  readonly meeting: Meeting;
  readonly matches: Matches;
  readonly plan: SharePlan;
  readonly brings: Bringing;
}

/** One import, from a file to its end. */
export class Import {
  readonly #work = new ShareWork();
  readonly #abort = new AbortController();
  readonly #journal: Journal;
  readonly #vault: VaultParts;
  readonly #pair: Pair;
  #census: Census | undefined;

  constructor(journal: Journal, vault: VaultParts, pair: Pair) {
    this.#journal = journal;
    this.#vault = vault;
    this.#pair = pair;
  }

  /** Opens the file and plans the union. Nothing is written. */
  async open(file: Uint8Array, passphrase: string): Promise<Result<Opened, Trouble>> {
    const opened = await this.#work.open(file, { by: 'passphrase', passphrase });
    if (!opened.ok) return err(typeof opened.error === 'string' ? { why: opened.error } : opened.error);
    const { signal } = this.#abort;
    const read = await collect(this.#journal, new Set(), { breathe: this.#vault.breathe, signal });
    if (!read) return err({ why: 'stopped' });
    this.#census = read.census;
    const meeting = meetingOf(this.#journal.view, this.#pair, opened.value);
    return this.plan(opened.value, meeting, meeting.likely);
  }

  /** Plans again, with other ideas of who is who. */
  async plan(preview: SharePreview, meeting: Meeting, matches: Matches): Promise<Result<Opened, Trouble>> {
    const { me, replica, standing, keys, view } = this.#journal;
    if (!this.#census) return err({ why: 'stopped' });
    const planned = await this.#work.plan({
      me,
      replica,
      lamport: standing.lamport,
      tagKey: keys.tagKey,
      census: this.#census,
      buddyships: sharedBuddyships(view, meeting, matches),
    });
    if (!planned.ok) return err({ why: planned.error === 'not-open' ? 'stopped' : planned.error });
    const plan = planned.value;
    const photos = await this.#photosMissing(preview, plan);
    const here = (record: RecordId) => {
      const entry = view.find(record);
      return entry && { record, kind: entry.kind, body: entry.body };
    };
    const { manifest } = preview;
    const brings = bringing(plan, { manifest, photos, census: this.#census, here });
    return ok({ preview, meeting, matches, plan, brings });
  }

  /** Adds what the plan adds, who is who, and a line in the history: all of it or nothing. */
  async join({ preview, meeting, matches, plan, brings }: Opened): Promise<Result<undefined, Trouble>> {
    const journal = this.#journal;
    // Photos first: until a text names them they are only sealed files that nobody sees.
    for (const name of brings.photos.fresh) {
      const photo = preview.photos.get(name);
      const { vault, random } = this.#vault;
      const kept = photo && (await keepForeignAttachment(name, photo, vault, random));
      if (kept && !kept.ok) return err({ why: 'not-kept' });
    }
    const changes = aliasChanges(journal.view, meeting, matches);
    const joined = await journal.join(plan.added, [...changes, this.#handover(preview, matches, plan)]);
    if (!joined.ok) return err({ why: 'not-kept' });
    if (plan.added.length > rowsWorthACheckpoint) await renewCheckpoint(journal, { ...this.#vault });
    return ok(undefined);
  }

  /** Photos that belong to what is taken and are not here; those that are none, or unsafe to show, stay out. */
  async #photosMissing(
    { photos }: SharePreview,
    plan: SharePlan,
  ): Promise<{ readonly fresh: readonly string[]; readonly unsafe: number }> {
    const fresh: string[] = [];
    let unsafe = 0;
    for (const name of plan.photos) {
      const photo = photos.get(name);
      if (!photo || !inspectPhoto(photo).ok) unsafe += 1;
      else if (!(await hasAttachment(name))) fresh.push(name);
    }
    return { fresh, unsafe };
  }

  #handover({ manifest }: SharePreview, matches: Matches, { added }: Plan): Change {
    const { view, clock } = this.#journal;
    const sender: PersonId = manifest.from.person;
    const match = matches.get(sender);
    return {
      op: 'put',
      kind: 'handover',
      id: this.#journal.newId('handover'),
      body: {
        day: clock.today(),
        direction: 'in',
        share: manifest.share,
        person: match === undefined || match === 'new' ? view.resolve(sender) : match,
        counts: countKinds(added),
        records: [...new Set(added.map(({ record }) => record))],
        signingKey: manifest.from.signingKey,
      },
    };
  }

  /** Ends all work; an import that was not joined leaves nothing behind. */
  close(): void {
    this.#abort.abort();
    this.#work.close();
  }
}
