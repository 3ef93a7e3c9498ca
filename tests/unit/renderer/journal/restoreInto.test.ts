import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Restore } from '#renderer/journal/backup/restore.ts';
import { err, ok } from '#shared/base/result.ts';
import { BackupBook } from '../../../support/backupBook.ts';
import { OpenBook } from '../../support/openBook.ts';

const photo = '5'.repeat(32);
const [photos, taken] = [new Set<string>(), await BackupBook.write()];

vi.mock('#renderer/journal/shell.ts', () => ({
  shell: {
    readAttachment: async () => err('absent'),
    writeAttachment: async ({ id }: { readonly id: string }) => {
      photos.add(id);
      return ok(undefined);
    },
    removeAttachments: async ({ ids }: { readonly ids: readonly string[] }) => {
      for (const id of ids) photos.delete(id);
      return ok(undefined);
    },
  },
}));
// Instead of a worker, one that has read a backup with a photo in it.
vi.mock('#renderer/journal/backup/backupClient.ts', () => ({
  BackupWork: class {
    async run(
      { work }: { readonly work: string },
      attending: { readonly keepAttachment: (id: string, sealed: Uint8Array) => Promise<unknown> },
    ) {
      if (work === 'take') return ok({ revisions: taken.pen.revisions });
      await attending.keepAttachment(photo, new Uint8Array(9));
      return ok(ok(undefined));
    }
  },
}));

describe('a backup that could not be brought back', () => {
  beforeEach(() => photos.clear());
  const telling = { onProgress: () => undefined, onLast: () => undefined };
  const bringInto = (book: OpenBook) =>
    new Restore({ file: 'chosen', size: 1 }).into(book.journal, book.parts as never, telling);

  it('leaves no photos where nothing was kept', async () => {
    const full = await OpenBook.begin();
    full.log.append = async () => err('no-room');
    expect(await bringInto(full)).toEqual(err({ why: 'not-kept' }));
    expect(photos).toEqual(new Set());
    const refusing = await OpenBook.begin();
    refusing.disk.refuse(1);
    expect(await bringInto(refusing)).toEqual(err({ why: 'not-kept' }));
    expect(photos).toEqual(new Set());
  });

  it('leaves them where a slow disk may have kept the words after all', async () => {
    const slow = await OpenBook.begin();
    slow.log.append = async () => err('not-saved');
    expect(await bringInto(slow)).toEqual(err({ why: 'not-kept' }));
    expect(photos).toEqual(new Set([photo]));
  });

  it('and photos stay with the words that were', async () => {
    expect(await bringInto(await OpenBook.begin())).toEqual(ok(undefined));
    expect(photos).toEqual(new Set([photo]));
  });
});
