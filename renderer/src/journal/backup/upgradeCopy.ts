/**
 * @file Reading what was copied before an upgrade: a log and drafts as they lay there, sealed with this journal's own
 * keys. Runs in a worker.
 */
import type { ReplicaId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { Contract, SealedFile } from '#shared/shell/contract.ts';
import { isSameBody } from '../bodies.ts';
import type { StoredDraft } from '../draftShelf.ts';
import type { Change } from '../journal.ts';
import { revise } from '../revising.ts';
import { openRevision } from '../rows.ts';
import { openRow } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import type { ReadThrough, RestoredAbout } from './restoring.ts';

/** Which copy, and what the page knows of it: a log does not say whose it is. */
export interface UpgradeCopyToRead {
  readonly upgrade: string;
  readonly about: RestoredAbout;
}

export interface CopyReading {
  readonly about: RestoredAbout;
  readonly vault: Vault;
  readonly readPage: (from: number) => Promise<Contract['readUpgradeCopy']['output']>;
  /** Every revision of the journal that is open. */
  readonly here: () => AsyncIterable<Revision>;
  readonly onProgress: (done: number) => void;
}

/**
 * Every entry in it that can be read, and what was being typed; a damaged place costs those that stood there and no
 * others.
 */
export function copyReader({ about, vault, readPage, here, onProgress }: CopyReading): ReadThrough {
  return async ({ listener }) => {
    let isWhole = true;
    let [rows, opened] = [0, 0];
    const drafts: SealedFile[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Contract['readUpgradeCopy']['output'] = await readPage(from);
      if (!page.ok) return err({ why: 'cannot-read' });
      isWhole &&= page.isWhole;
      rows += page.rows.length;
      drafts.push(...page.drafts);
      for (const row of page.rows) {
        const revision = openRevision(row, vault);
        if (!revision) continue;
        opened += 1;
        listener.revision?.(revision);
      }
      onProgress(page.done);
      from = page.next;
    }
    // Not one of them: it is another journal's, or nothing is left of it.
    if (opened === 0) return err({ why: rows === 0 ? 'damaged' : 'wrong-key' });
    const typed = drafts.flatMap((draft) => typedIn(draft, about, vault) ?? []);
    for (const each of await notAmong(here, typed)) listener.revision?.(each);
    return ok({ about, unread: { unreadable: 0 }, isWhole: isWhole && opened === rows });
  };
}

/**
 * A draft as the revision that it had not become yet: the same one however often it is read, by a replica that wrote
 * nothing else.
 */
function typedIn({ id, value }: SealedFile, about: RestoredAbout, vault: Vault): Revision | undefined {
  const opened = openRow(value, { store: 'drafts', id }, vault);
  if (!opened.ok) return undefined;
  const { record, kind, body, parents, lamport = 0 } = opened.value as StoredDraft;
  return revise({ op: 'put', kind, id: record, body } as Change, {
    identity: { me: about.me, replica: `replica_${id}` as ReplicaId },
    tagKey: vault.tagKey,
    at: about.madeAt,
    standing: { throughRow: 0, lamport, seq: 0 },
    heads: [],
    parents,
  });
}

/** Those whose words stand in no version of their record here: most drafts became one at the next start. */
async function notAmong(here: CopyReading['here'], typed: readonly Revision[]): Promise<readonly Revision[]> {
  let missing = typed;
  if (missing.length > 0)
    for await (const { record, body } of here())
      missing = missing.filter((each) => each.record !== record || !isSameBody(each.body, body));
  return missing;
}
