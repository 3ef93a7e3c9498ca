import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OfferedShare, shareAmong } from '#electron/main/offeredShare.ts';

const home = join(sep, 'home', 'ines');

describe('a share among the arguments', () => {
  test.each([
    [['stringwalk', 'walk.stringwalk'], join(home, 'walk.stringwalk')],
    [
      ['electron', '.', '--user-data-dir=/x', join(sep, 'tmp', 'W.STRINGWALK')],
      join(sep, 'tmp', 'W.STRINGWALK'),
    ],
    [['stringwalk'], undefined],
    [['/opt/my.stringwalk'], undefined],
    [['stringwalk', '--open=walk.stringwalk'], undefined],
    [['stringwalk', 'walk.stringwalk.txt'], undefined],
  ])('%j', (args, path) => {
    expect(shareAmong(args, home)).toBe(path);
  });
});

test('an offer is given once, the latest one', () => {
  const offered = new OfferedShare();
  expect(offered.waiting).toBe(false);
  offered.offer('/a.stringwalk');
  offered.offer('/b.stringwalk');
  expect(offered.waiting).toBe(true);
  expect(offered.take()).toBe('/b.stringwalk');
  expect(offered.take()).toBeUndefined();
});
