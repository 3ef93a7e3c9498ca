import { expect, test } from 'vitest';
import { createPhotoUrls } from '#renderer/ui/editor/photoUrls.ts';
import { err, ok } from '#shared/base/result.ts';

function watched() {
  const opened: string[] = [];
  const alive = new Set<string>();
  const waiting: (() => void)[] = [];
  const urls = createPhotoUrls(
    async (attachment) => {
      opened.push(attachment);
      return attachment === 'gone' ? err('absent') : ok(new Blob([attachment]));
    },
    {
      make() {
        const url = `blob:${opened.length}`;
        alive.add(url);
        return url;
      },
      revoke: (url) => alive.delete(url),
      later: (act) => waiting.push(act),
    },
  );
  const passTime = async () => {
    for (const act of waiting.splice(0)) act();
    // What is let go of is revoked once its opening has come to an end.
    await Promise.resolve();
  };
  return { urls, opened, alive, passTime };
}

test('a photo shown twice is opened once, and goes when nobody shows it any more', async () => {
  const { urls, opened, alive, passTime } = watched();
  const [here, there] = [urls.hold('gate'), urls.hold('gate')];
  expect(await here.url).toEqual(await there.url);
  here.release();
  await passTime();
  expect(alive.size).toBe(1);
  there.release();
  await passTime();
  expect(alive.size).toBe(0);
  expect(opened).toEqual(['gate']);
});

test('a photo taken up again at once stays, and is let go of only once', async () => {
  const { urls, opened, alive, passTime } = watched();
  const reading = urls.hold('gate');
  await reading.url;
  reading.release();
  const writing = urls.hold('gate');
  await passTime();
  expect(alive.size).toBe(1);
  writing.release();
  const again = urls.hold('gate');
  again.release();
  await passTime();
  expect([alive.size, opened.length]).toEqual([0, 1]);
  const later = urls.hold('gate');
  await later.url;
  expect([alive.size, opened.length]).toEqual([1, 2]);
});

test('one that goes before it was opened leaves nothing behind', async () => {
  const { urls, alive, passTime } = watched();
  const photo = urls.hold('gate');
  photo.release();
  await passTime();
  await photo.url;
  expect(alive.size).toBe(0);
});

test('one that is not here is looked for again the next time', async () => {
  const { urls, opened, passTime } = watched();
  const photo = urls.hold('gone');
  expect(await photo.url).toEqual({ ok: false, error: 'absent' });
  photo.release();
  await passTime();
  urls.hold('gone');
  expect(opened).toEqual(['gone', 'gone']);
});
