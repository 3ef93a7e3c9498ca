import { expect, it } from 'vitest';
import { openJournal, prefetch } from '#renderer/journal/openVault.ts';
import { OpenBook } from '../../support/openBook.ts';

it('is opened without a word of its own where a newer Stringwalk wrote it and its identity is gone', async () => {
  const book = await OpenBook.begin();
  const id = book.journal.newId('note');
  book.type(id, 'as it was');
  await book.journal.drafts.settleAll();
  book.disk.stored.meta.delete('replica');
  const parts = { ...book.parts, isReadOnly: true };
  const opened = await openJournal(parts.vault, parts, await prefetch(parts));
  expect(opened.ok && opened.value.journal.view.get('note', id)?.body).toEqual(book.noteBody('as it was'));
  expect([...book.disk.stored.meta.keys()]).toEqual(['rows']);
});
