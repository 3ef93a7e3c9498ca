import { describe, expect, it } from 'vitest';
import { aliasChanges, meetingOf, sharedBuddyships } from '#renderer/features/share/whoIsWho.ts';
import type { SharePreview } from '#renderer/journal/exchange/shareClient.ts';
import { pairOf } from '#renderer/journal/people.ts';
import type { Manifest } from '#shared/share/manifest.ts';
import { Pen } from '../../../../support/pen.ts';

function previewOf(pen: Pen): SharePreview {
  const manifest = { from: { person: pen.me, name: pen.names.me, signingKey: '0'.repeat(64) } } as Manifest;
  const people = pen.revisions.filter(({ kind }) => kind === 'person' || kind === 'buddyship');
  return { manifest, photos: new Map(), unread: [], people };
}

function meeting(receiver: Pen, sender: Pen) {
  const view = receiver.view();
  const pair = pairOf(view);
  if (!pair) throw new Error('every pen has a pair');
  return { view, meeting: meetingOf(view, pair, previewOf(sender)) };
}

/** Carries out what accepting would write. */
function accept(receiver: Pen, sender: Pen) {
  const { view, meeting: met } = meeting(receiver, sender);
  for (const change of aliasChanges(view, met, met.likely)) {
    if (change.op === 'put') receiver.put(change.kind, change.body as never, change.id as never);
  }
  return met;
}

describe('who is who', () => {
  it('takes whoever made it for my buddy, and their buddy for me', () => {
    const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Maya Ortiz', 'Thomas')];
    const { meeting: met } = meeting(tom, maya);
    expect(met.strangers.map(({ name, isSender }) => [name, isSender])).toEqual([
      ['Maya Ortiz', true],
      ['Thomas', false],
    ]);
    expect(met.likely).toEqual(
      new Map([
        [maya.me, tom.buddy],
        [maya.buddy, tom.me],
      ]),
    );
  });

  it('knows a second buddy by name', () => {
    const tom = new Pen('Tom', 'Maya');
    const priyaHere = tom.put('person', { name: 'Priya' });
    const priya = new Pen('priya ', 'Tom');
    expect(meeting(tom, priya).meeting.likely.get(priya.me)).toBe(priyaHere);
  });

  it('once written, is not asked again, and both journals read as one', () => {
    const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
    accept(tom, maya);
    tom.join(maya.revisions);
    const view = tom.view();
    expect(view.resolve(maya.me)).toBe(tom.buddy);
    expect(view.resolve(maya.buddy)).toBe(tom.me);
    expect(view.resolve(maya.buddyship)).toBe(tom.buddyship);
    expect(view.all('person')).toHaveLength(2);
    expect(view.all('buddyship')).toHaveLength(1);
    expect(meeting(tom, maya).meeting.strangers).toEqual([]);
  });

  it('on the way back is told by the ids the other journal has already taken', () => {
    const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Someone', 'Nobody')];
    accept(maya, tom);
    const { meeting: met } = meeting(tom, maya);
    expect(met.likely).toEqual(
      new Map([
        [maya.me, tom.buddy],
        [maya.buddy, tom.me],
      ]),
    );
  });

  it('lets no share name a person of mine as somebody else', () => {
    const [tom, intruder] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom', 'intruder')];
    const priya = tom.put('person', { name: 'Priya' });
    // The intruder calls their own journal's person by the id of mine.
    intruder.put('person', { name: 'Tom' }, priya);
    const { view, meeting: met } = meeting(tom, intruder);
    expect(met.strangers.map(({ id }) => id)).not.toContain(priya);
    expect(JSON.stringify(aliasChanges(view, met, met.likely))).not.toContain(priya);
  });

  it('lets the sender write commons only where they are one of the two', () => {
    const [tom, maya, priya] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom'), new Pen('Priya', 'Tom')];
    const shared = (sender: Pen, as?: 'new') => {
      const { view, meeting: met } = meeting(tom, sender);
      const matches = as === 'new' ? new Map([[sender.me, 'new' as const]]) : met.likely;
      return sharedBuddyships(view, met, matches);
    };
    expect(shared(maya)).toContain(tom.buddyship);
    expect(shared(maya)).toContain(maya.buddyship);
    expect(shared(priya, 'new')).not.toContain(tom.buddyship);
  });

  it('writes nothing about somebody new', () => {
    const [tom, maya] = [new Pen('Tom', 'Maya'), new Pen('Maya', 'Tom')];
    const { view, meeting: met } = meeting(tom, maya);
    const matches = new Map(met.strangers.map(({ id }) => [id, 'new' as const]));
    expect(aliasChanges(view, met, matches)).toEqual([]);
  });
});
