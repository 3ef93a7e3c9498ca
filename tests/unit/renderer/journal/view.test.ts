import { describe, expect, it } from 'vitest';
import { Notebook } from '../../support/notebook.ts';

const day = '2026-05-01' as never;

describe('people known under two ids', () => {
  it('are one while the journal says so, and two again when it no longer does', () => {
    const book = new Notebook();
    const herOwn = book.newId('person');
    const note = book.put('noticing', { from: herOwn, about: book.me, words: 'calmer', day } as never);
    const from = () => (book.view.get('noticing', note)?.body as { from?: string } | undefined)?.from;

    book.put('person', { name: 'Maya', alsoKnownAs: [herOwn] }, { id: book.buddy });
    expect(from()).toBe(book.buddy);
    expect(book.view.naming('noticing', book.buddy)).toHaveLength(1);

    book.put('person', { name: 'Maya' }, { id: book.buddy });
    expect(from()).toBe(herOwn);
    expect(book.view.naming('noticing', book.buddy)).toHaveLength(0);
    expect(book.view.naming('noticing', herOwn)).toHaveLength(1);
  });
});

describe('what names a record', () => {
  it('follows every change of who names it, and is gone with the deletion', () => {
    const book = new Notebook();
    const [first, second] = [book.newId('session'), book.newId('session')];
    const turn = (session: typeof first) =>
      ({ session, order: 1, explorer: book.me, holder: book.buddy }) as const;
    const id = book.put('turn', turn(first));
    expect(book.view.naming('turn', first)).toHaveLength(1);
    book.put('turn', turn(second), { id });
    expect(book.view.naming('turn', first)).toHaveLength(0);
    expect(book.view.naming('turn', second)).toHaveLength(1);
    book.apply([{ op: 'delete', kind: 'turn', id }]);
    expect(book.view.naming('turn', second)).toHaveLength(0);
    book.apply([{ op: 'restore', kind: 'turn', id, body: turn(first) }]);
    expect(book.view.naming('turn', first)).toHaveLength(1);
    expect(book.view.get('turn', id)?.revived).toBe(false);
  });
});
