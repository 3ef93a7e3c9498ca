import { describe, expect, it } from 'vitest';
import { headOf } from '#renderer/journal/head.ts';
import { plainText, type RichText } from '#shared/domain/richText.ts';
import { Replica } from '../../support/replicas.ts';

/** What the laws of merging come to, told as small stories. */

describe('deleting', () => {
  it('is not final for somebody who wrote on without knowing of it', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.remove(id);
    copy.writeNote(id, 'second');
    tom.import(tom.me, copy.set.values());
    const entry = tom.view.get('note', id);
    expect(entry?.revived).toBe(true);
    expect(tom.words()).toContain('second');
  });

  it('stays, when the other side knew what was deleted', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.remove(id);
    copy.import(tom.me, tom.set.values());
    expect(copy.view.get('note', id)).toBeUndefined();
    expect(copy.view.deleted().map((each) => each.id)).toEqual([id]);
  });
});

describe('erasing', () => {
  it('counts only when I did it myself', () => {
    const { tom, maya } = { tom: new Replica('tom'), maya: new Replica('maya') };
    const id = tom.newNote('mine');
    maya.import(tom.me, tom.set.values());
    maya.erase(id);
    const plan = tom.import(maya.me, maya.set.values());
    expect(plan.refused.map(({ why }) => why)).toEqual(['stays-home']);
    // Even if it had come in some other way.
    for (const revision of maya.set.values())
      if (revision.kind === 'erasure') tom.view.add([headOf(revision)]);
    expect(tom.view.get('note', id)).toBeDefined();
  });
});

describe('two wordings of one record', () => {
  const twoWordings = () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    tom.writeNote(id, 'mine');
    copy.writeNote(id, 'also mine');
    tom.import(tom.me, copy.set.values());
    return { tom, copy, id };
  };

  it('stand side by side until one revision joins them', () => {
    const { tom, copy, id } = twoWordings();
    expect(tom.view.get('note', id)?.others).toBe(1);
    tom.writeNote(id, 'both', true);
    expect(tom.view.get('note', id)?.others).toBe(0);
    copy.import(tom.me, tom.set.values());
    expect(copy.picture()).toBe(tom.picture());
  });

  it('are not joined by whoever writes on in the one they see', () => {
    const { tom, copy, id } = twoWordings();
    const wordings = () => tom.view.headsOf(id).map(({ body }) => plainText(body?.text as RichText));
    const shown = plainText(tom.view.get('note', id)?.body.text as RichText);
    const other = shown === 'mine' ? 'also mine' : 'mine';
    tom.writeNote(id, 'more');
    expect(tom.view.get('note', id)?.others).toBe(1);
    expect(wordings().toSorted()).toEqual(['more', other].toSorted());
    copy.import(tom.me, tom.set.values());
    expect(copy.picture()).toBe(tom.picture());
  });

  it('are deleted together', () => {
    const { tom, id } = twoWordings();
    tom.remove(id);
    expect(tom.view.get('note', id)).toBeUndefined();
    expect(tom.view.headsOf(id)).toHaveLength(1);
  });

  it('leave no trace of a deletion that did not stand once somebody writes on', () => {
    const tom = new Replica('tom');
    const id = tom.newNote('first');
    const copy = tom.clone();
    copy.remove(id);
    tom.writeNote(id, 'second');
    tom.import(tom.me, copy.set.values());
    expect(tom.view.get('note', id)?.revived).toBe(true);
    tom.writeNote(id, 'third');
    expect(tom.view.get('note', id)).toMatchObject({ revived: false, others: 0 });
  });
});

describe('what a share brings', () => {
  const setting = () => {
    const tom = new Replica('tom');
    const maya = new Replica('maya');
    const id = tom.newNote('mine');
    maya.import(tom.me, tom.set.values());
    return { tom, maya, id };
  };

  it('may bring back one’s own lost words', () => {
    const { tom, maya, id } = setting();
    const afterLoss = new Replica('tom');
    const plan = afterLoss.import(maya.me, maya.set.values());
    expect(plan.added).toHaveLength(1);
    expect(afterLoss.view.get('note', id)?.body).toEqual(tom.view.get('note', id)?.body);
  });

  it('is refused where it puts words into my mouth', () => {
    const { tom, maya, id } = setting();
    const forged = [...tom.set.values()].map((revision) => ({ ...revision, tag: 'f'.repeat(64) }));
    const plan = new Replica('tom').import(maya.me, forged);
    expect(plan.refused.map(({ why }) => why)).toEqual(['not-the-senders']);
    expect(maya.writeNote(id, 'hers now')).toBe(false);
  });

  it('is refused where its bytes were changed', () => {
    const { tom, maya } = setting();
    const changed = [...tom.set.values()].map((revision) => ({ ...revision, at: revision.at + 1 }));
    expect(new Replica('tom').import(maya.me, changed).refused.map(({ why }) => why)).toEqual(['not-whole']);
  });
});
