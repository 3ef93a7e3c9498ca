import { expect, it } from 'vitest';
import { Journal } from '#renderer/journal/journal.ts';
import { renewReplica } from '#renderer/journal/renewReplica.ts';
import { OpenBook } from '../../support/openBook.ts';

it('the copy that a newer Stringwalk wrote keeps its name and its checkpoint', async () => {
  const book = await OpenBook.begin();
  const { me, replica } = book.journal;
  await book.journal.write([{ op: 'put', kind: 'person', id: me, body: { name: 'Tom' } }]);
  await book.checkpoint();
  const { meta, checkpoint } = book.disk.stored;
  const before = [new Map(meta), new Map(checkpoint)];
  const open = new Journal({ ...book.parts, identity: { me, replica }, isReadOnly: true });
  expect(await renewReplica(open, book.parts)).toEqual({ ok: false, error: 'read-only' });
  expect([meta, checkpoint]).toEqual(before);
  expect(checkpoint.size).toBeGreaterThan(0);
  expect(open.replica).toBe(replica);
});
