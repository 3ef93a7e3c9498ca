import { describe, expect, it } from 'vitest';
import { Mailbox } from '#renderer/journal/backup/mailbox.ts';

describe('A mailbox', () => {
  it('gives what was put in, in turn, up to its end', async () => {
    const box = new Mailbox<number>();
    const items = box.items();
    const first = items.next();
    box.put(1);
    box.put(2);
    box.put(undefined);
    box.put(3);
    expect(await first).toEqual({ value: 1, done: false });
    expect(await items.next()).toEqual({ value: 2, done: false });
    expect(await items.next()).toMatchObject({ done: true });
  });

  it.each([
    ['who waits', true],
    ['who comes later', false],
  ])('tells a failure to one %s, after what had come', async (_, isWaiting) => {
    const box = new Mailbox<number>();
    const items = box.items();
    box.put(1);
    expect(await items.next()).toEqual({ value: 1, done: false });
    const waiting = isWaiting ? items.next() : undefined;
    box.fail(new Error('It broke'));
    await expect(waiting ?? items.next()).rejects.toThrow('It broke');
  });
});
