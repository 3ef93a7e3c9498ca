import { describe, expect, it } from 'vitest';
import { bringingBack, deletedIds, discardsOf } from '#renderer/features/history/trash.ts';
import type { Change } from '#renderer/journal/journal.ts';
import { newReplicaId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import { Lives } from '../../../support/lives.ts';

const day = '2026-05-01' as Day;

/** A session with one half, two notes in it and a promise; and a note that belongs to nothing. */
function afternoon() {
  const lives = new Lives();
  const { me } = lives;
  const session = lives.newId('session');
  const turn = lives.newId('turn');
  const [first, second, loose] = [lives.newId('note'), lives.newId('note'), lives.newId('note')];
  const promise = lives.newId('commitment');
  lives.write([
    { op: 'put', kind: 'person', id: me, body: { name: 'Tom' } },
    {
      op: 'put',
      kind: 'session',
      id: session,
      body: { buddyship: lives.newId('buddyship'), day, manner: 'walk', place: 'Holt Wood', title: '' },
    },
    { op: 'put', kind: 'turn', id: turn, body: { session, order: 1, explorer: me, holder: me } },
  ]);
  const note = (id: typeof first, about: typeof turn | undefined, words: string): Change => ({
    op: 'put',
    kind: 'note',
    id,
    body: { ...(about ? { about } : {}), person: me, day, text: paragraphs(words) },
  });
  lives.write([
    note(first, turn, 'Said at the gate'),
    note(second, turn, 'Said at the bridge'),
    note(loose, undefined, 'On its own'),
    {
      op: 'put',
      kind: 'commitment',
      id: promise,
      body: { turn, person: me, day, what: 'Ask Priya', state: 'open' },
    },
  ]);
  const del = (...ids: readonly string[]) =>
    lives.write(ids.map((id) => ({ op: 'delete', kind: id.split('_')[0], id }) as Change));
  const trash = () => discardsOf(lives.view, lives.revisions);
  const shown = () =>
    trash().map(({ root, members }) => [root.naming.what, members.map((each) => each.naming.what)]);
  return { lives, session, turn, first, second, loose, promise, note, del, trash, shown };
}

describe('the trash', () => {
  it('holds nothing while nothing was deleted', () => {
    expect(afternoon().trash()).toEqual([]);
  });

  it('shows what went in one go as one thing, each below what it belonged to', () => {
    const { session, turn, first, second, promise, del, shown, trash } = afternoon();
    del(promise, second, session, first, turn);
    expect(shown()).toHaveLength(1);
    const [discard] = trash();
    expect(discard?.root.record).toBe(session);
    expect(discard?.members[0]?.record).toBe(turn);
    expect(new Set(discard?.members.slice(1).map(({ record }) => record))).toEqual(
      new Set([promise, first, second]),
    );
  });

  it('keeps apart what was deleted at different times, the latest first', () => {
    const { first, loose, del, trash } = afternoon();
    del(loose);
    del(first);
    expect(trash().map(({ root }) => root.record)).toEqual([first, loose]);
    expect(trash()[0]?.places).toEqual(['First half', 'Holt Wood']);
  });

  it('reads in full, and finds by any word of what went along', () => {
    const { session, turn, first, del, trash } = afternoon();
    del(session, turn, first);
    const [discard] = trash();
    expect(discard?.members[1]?.fields[0]?.text).toBe('Said at the gate');
    expect(discard?.folded).toContain('holt wood');
    expect(discard?.folded).toContain('said at the gate');
  });

  it('shows the last words, whatever was written before them', () => {
    const { lives, loose, note, del, trash } = afternoon();
    lives.write([note(loose, undefined, 'On its own, and better')]);
    del(loose);
    expect(trash()[0]?.root.naming.name).toBe('On its own, and better');
  });

  it('brings everything back as it was, in one go', () => {
    const { lives, session, turn, first, second, promise, del, trash } = afternoon();
    del(session, turn, first, second, promise);
    const [discard] = trash();
    if (!discard) throw new Error('nothing in the trash');
    lives.write(bringingBack(discard));
    expect(deletedIds(lives.view)).toEqual([]);
    expect(lives.view.naming('note', turn)).toHaveLength(2);
    expect(lives.view.get('session', session)?.body.place).toBe('Holt Wood');
  });

  it('brings back with a note the session it cannot be seen without, and nothing else of it', () => {
    const { lives, session, turn, first, second, del, trash } = afternoon();
    del(first);
    del(session, turn, second);
    const note = trash().find(({ root }) => root.record === first);
    expect(note?.holders.map(({ record }) => record)).toEqual([turn, session]);
    if (note) lives.write(bringingBack(note));
    expect(lives.view.get('note', first)).toBeDefined();
    expect(lives.view.get('session', session)).toBeDefined();
    expect(lives.view.get('note', second)).toBeUndefined();
    expect(trash().map(({ root }) => root.record)).toEqual([second]);
  });

  it('leaves to their author what came from another journal', () => {
    const { lives, trash } = afternoon();
    const maya = lives.newId('person');
    const replica = newReplicaId(lives.random);
    const hers = lives.newId('note');
    const body = { person: maya, day, text: paragraphs('Hers') };
    lives.write([{ op: 'put', kind: 'note', id: hers, body }], { me: maya, replica });
    lives.write([{ op: 'delete', kind: 'note', id: hers }], { me: maya, replica });
    const [discard] = trash();
    expect(discard?.root.isMine).toBe(false);
    expect(discard && bringingBack(discard)).toEqual([]);
  });
});
