import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Log } from '#electron/main/services/log.ts';
import { sealRow } from '#renderer/journal/sealing.ts';
import { parseKeyring, unlockVault } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import { couldNot } from '#shared/shell/channels.ts';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal, openJournal } from '../support/begin.ts';
import { test as base, begun } from '../support/launch.ts';
import { begunJournal, type PreparedJournal } from '../support/prepared.ts';
import { untilSaved } from '../support/saved.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { seededRandom } from '../unit/support/replicas.ts';

const words = 'The heron stood where the path bends';

async function writeWords({ page }: Stringwalk): Promise<void> {
  const note = page.getByRole('textbox', { name: 'Quick note' });
  await untilSaved(page, () => note.fill(words));
}

/** Begun, written in and closed on one day. */
const withWords: PreparedJournal = {
  make: async (stringwalk) => {
    await beginJournal(stringwalk.page);
    await writeWords(stringwalk);
  },
  open: openJournal,
};
const test = base.extend({ startsOn: withWords, isClosed: true });

async function expectWords({ page }: Stringwalk): Promise<void> {
  await expect(page.getByText(words)).toBeVisible();
}

const logOf = ({ dataFolder }: Stringwalk) => join(dataFolder, 'journal', 'log', 'rows.log');
/** Adds rows of a megabyte each. Nobody can read them, as if a newer Stringwalk had written them; they are kept all the same. */
async function growLog({ dataFolder }: Stringwalk, bytes: number): Promise<void> {
  const keyring = parseKeyring(await readFile(join(dataFolder, 'journal', 'slots', 'open.txt'), 'utf8'));
  if (!keyring) throw new Error('The slot holds no keyring');
  const vault = await unlockVault(keyring);
  const random = seededRandom('rows');
  const log = new Log(dataFolder, takeTurns());
  const words = 'x'.repeat(1_000_000);
  for (let n = 0; n * words.length < bytes; n += 1) {
    const id = hex(random.bytes(16));
    const sealed = sealRow({ words }, { store: 'rows', id }, vault, random);
    await log.append([{ id, keyId: vault.keyId, sealed }]);
  }
  await log.close();
}

const putRight = ({ page }: Stringwalk) => page.getByText('Something was put right.');

test('a database that vanished is filled again from the log, and that is said once', async ({
  stringwalk,
}) => {
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });

  await stringwalk.start();
  await expect(putRight(stringwalk)).toBeVisible();
  await expectAccessible(stringwalk.page);
  await expectWords(stringwalk);
  await stringwalk.page.getByRole('link', { name: 'See more' }).click();
  await expect(stringwalk.page.getByRole('heading', { name: 'What was put right' })).toBeVisible();
  await expect(
    stringwalk.page.getByRole('listitem').filter({ hasText: 'which came back from the log' }),
  ).toBeVisible();

  await stringwalk.restart();
  await expectWords(stringwalk);
  await expect(putRight(stringwalk)).toBeHidden();
});

begun(
  'bringing a large journal back can be stopped and gone on with, also by closing it',
  async ({ stringwalk }) => {
    test.setTimeout(120_000);
    await writeWords(stringwalk);
    await stringwalk.page.getByRole('button', { name: 'Keep this note' }).click();
    await expect(stringwalk.page.getByRole('textbox', { name: 'Quick note' })).toHaveValue('');
    await stringwalk.close();
    await growLog(stringwalk, 60_000_000);
    await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });

    await stringwalk.start();
    const button = (name: string) => stringwalk.page.getByRole('button', { name, exact: true });
    await button('Stop').click();
    await expect(stringwalk.page.getByText('the log has the rest: nothing is lost')).toBeVisible();
    await expectAccessible(stringwalk.page);
    await stringwalk.restart();
    await button('Stop').click();
    await button('Go on').click();
    await expect(putRight(stringwalk)).toBeVisible({ timeout: 60_000 });
    await expectWords(stringwalk);
  },
);

test('where the log was damaged as well, nobody says that nothing is lost', async ({ stringwalk }) => {
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
  const log = await readFile(logOf(stringwalk));
  // In its middle, where the record of the pair lies: rows before and after it are whole.
  const at = Math.floor(log.length / 2);
  log[at] = (log[at] ?? 0) ^ 0x10;
  await writeFile(logOf(stringwalk), log);

  await stringwalk.start();
  await expect(stringwalk.page.getByText('Not everything may have come back.')).toBeVisible();
  await expectWords(stringwalk);
  await expect(stringwalk.page.getByText('Nothing that was saved is lost')).toBeHidden();
  await expectAccessible(stringwalk.page);
  await stringwalk.page.getByRole('link', { name: 'Compare with a backup' }).click();
  await expect(stringwalk.page.getByRole('heading', { level: 1, name: /Backups/ })).toBeVisible();
});

begun('words typed just before the end of both process and database come back', async ({ stringwalk }) => {
  await writeWords(stringwalk);
  const note = stringwalk.page.getByRole('textbox', { name: 'Quick note' });
  await untilSaved(stringwalk.page, () => note.pressSequentially(' today'));
  await stringwalk.kill();
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
  await stringwalk.start();
  await expect(stringwalk.page.getByText(`${words} today`)).toBeVisible();
});

begun(
  'a draft that a crash left behind its revision brings no old words over new ones',
  async ({ stringwalk }) => {
    await writeWords(stringwalk);
    const { page, dataFolder } = stringwalk;
    const folder = join(dataFolder, 'journal', 'drafts');
    const [name = ''] = await readdir(folder);
    const old = await readFile(join(folder, name));
    const note = page.getByRole('textbox', { name: 'Quick note' });
    await untilSaved(page, () => note.pressSequentially(' today'));
    await page.getByRole('button', { name: 'Keep this note' }).click();
    await expect(note).toHaveValue('');
    await stringwalk.kill();
    // The crash came once the whole was kept, and before the file of a moment earlier was removed.
    await writeFile(join(folder, name), old);

    await stringwalk.start();
    await expect(stringwalk.page.getByText(`${words} today`)).toBeVisible();
    await expect(stringwalk.page.getByText(words, { exact: true })).toHaveCount(0);
    await expect.poll(() => readdir(folder)).toEqual([]);
  },
);

for (const [name, damage] of [
  ['deleted', (log: string) => rm(log)],
  ['emptied', (log: string) => writeFile(log, '')],
  [
    'damaged in its middle',
    async (log: string) => {
      const bytes = await readFile(log);
      bytes[Math.floor(bytes.length / 2)] = 255 - (bytes[Math.floor(bytes.length / 2)] ?? 0);
      await writeFile(log, bytes);
    },
  ],
  ['cut', async (log: string) => writeFile(log, (await readFile(log)).subarray(0, -7))],
] as const) {
  test(`a log that was ${name} is made whole from the database`, async ({ stringwalk }) => {
    const { size } = await stat(logOf(stringwalk));
    await damage(logOf(stringwalk));
    await stringwalk.start();
    await expectWords(stringwalk);
    await expect(putRight(stringwalk)).toBeVisible();
    await stringwalk.close();
    expect((await stat(logOf(stringwalk))).size).toBeGreaterThanOrEqual(size - 200);

    await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
    await stringwalk.start();
    await expectWords(stringwalk);
  });
}

test('the log of another journal is set aside, never mixed in', async ({ stringwalk, prepared }) => {
  const theirs = await readFile(join(await prepared(begunJournal), 'journal', 'log', 'rows.log'));
  await writeFile(logOf(stringwalk), theirs);
  await stringwalk.start();
  await expectWords(stringwalk);
  await expect(stringwalk.page.getByText('belonged to another journal')).toBeVisible();
  const names = await readdir(join(stringwalk.dataFolder, 'journal', 'log'));
  const aside = names.find((name) => name.includes('aside')) ?? '';
  expect(await readFile(join(stringwalk.dataFolder, 'journal', 'log', aside))).toEqual(theirs);
});

test('a log that does not open is said in words, complained of nowhere, and nothing is touched', async ({
  stringwalk,
}) => {
  const log = logOf(stringwalk);
  await rename(log, `${log}.kept`);
  // Whoever may write everything may not write this.
  await mkdir(log);
  await stringwalk.start();
  await expect(
    stringwalk.page.getByRole('heading', { name: 'The journal does not open just now' }),
  ).toBeVisible();
  expect(await stringwalk.call('logState')).toBe(couldNot);
  await stringwalk.close();
  await rmdir(log);
  await rename(`${log}.kept`, log);
  await stringwalk.start();
  await expectWords(stringwalk);
  await expect(putRight(stringwalk)).toBeHidden();
});

test('keys that were deleted come back from their second copy', async ({ stringwalk }) => {
  await rm(join(stringwalk.dataFolder, 'journal', 'slots'), { recursive: true });
  await stringwalk.start();
  await expectWords(stringwalk);
});

test('a database that a newer browser wrote is not opened', async ({ stringwalk }) => {
  await writeMarker(stringwalk, { chromium: 999, app: '9.0.0', format: 1 });
  const before = await sums(join(stringwalk.dataFolder, 'IndexedDB'));
  await stringwalk.start();
  await expect(
    stringwalk.page.getByRole('heading', { name: 'A newer Stringwalk wrote this journal' }),
  ).toBeVisible();
  await expectAccessible(stringwalk.page);
  await stringwalk.close();
  expect(await sums(join(stringwalk.dataFolder, 'IndexedDB'))).toEqual(before);
});

test('a journal in a newer format can be read, and nothing is written', async ({ stringwalk }) => {
  await writeMarker(stringwalk, { chromium: 1, app: '9.0.0', format: 999 });
  // To this version it looks torn, and it may be how newer ones write.
  await appendFile(logOf(stringwalk), 'a newer frame');
  await rm(join(stringwalk.dataFolder, 'journal', 'spare', 'open.txt'));
  const before = await sums(join(stringwalk.dataFolder, 'journal'));
  await stringwalk.start();
  await expect(stringwalk.page.getByText('This journal can only be read here.')).toBeVisible();
  await expectAccessible(stringwalk.page);
  expect(await askToChange(stringwalk)).toEqual(Array(6).fill({ ok: false, error: 'cannot-write' }));
  await stringwalk.page.getByRole('link', { name: 'Settings' }).click();
  await expect(stringwalk.page.getByText('are changed with that one')).toBeVisible();
  await expect(stringwalk.page.getByRole('button', { name: 'Choose a passphrase' })).toBeHidden();
  await stringwalk.page.getByRole('link', { name: 'Today' }).click();
  await expectWords(stringwalk);
  await stringwalk.page.getByRole('textbox', { name: 'Quick note' }).fill('Not to be kept');
  await expect(stringwalk.page.getByText('Not saved: this journal can only be read here')).toBeVisible();
  await stringwalk.kill();
  expect(await sums(join(stringwalk.dataFolder, 'journal'))).toEqual(before);
  await writeMarker(stringwalk, { chromium: 1, app: '1.0.0', format: 1 });
  await stringwalk.start();
  await expectWords(stringwalk);
});

test('what another version left is copied and marked before the journal is opened', async ({
  stringwalk,
}) => {
  await writeMarker(stringwalk, { chromium: 1, app: '0.0.1', format: 1 });
  // The page does not stand before this: an older browser must not find the mark of the time before.
  for (const place of ['slots', 'spare'])
    await writeFile(join(stringwalk.dataFolder, 'journal', place, 'open.txt'), 'AGE-SECRET-KEY-1QQQ');
  await stringwalk.start();
  await expect(
    stringwalk.page.getByRole('heading', { name: 'The key of this journal is damaged' }),
  ).toBeVisible();
  const marker = JSON.parse(
    await readFile(join(stringwalk.dataFolder, 'journal', 'marker.json'), 'utf8'),
  ) as Record<string, unknown>;
  expect(marker).toMatchObject({ app: '0.1.0', format: 1 });
  expect(marker.chromium).toBeGreaterThan(1);
  const copy = join(stringwalk.dataFolder, 'backups', 'before-upgrade-0.0.1-to-0.1.0');
  expect((await readdir(copy)).sort()).toEqual(['drafts', 'log', 'slots']);
});

test('a database that a newer Stringwalk made is read, and not written', async ({ stringwalk }) => {
  await stringwalk.start();
  await expectWords(stringwalk);
  await stringwalk.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('stringwalk', 20);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  await stringwalk.kill();
  await stringwalk.start();
  await expect(stringwalk.page.getByText('This journal can only be read here.')).toBeVisible();
  await expectWords(stringwalk);
});

test('a database whose file was changed is filled again from the log', async ({ stringwalk }) => {
  const folder = join(stringwalk.dataFolder, 'IndexedDB', 'app_stringwalk_0.indexeddb.leveldb');
  for (const name of await readdir(folder)) {
    if (!/^MANIFEST|\.log$/.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.subarray(0, bytes.length / 2));
  }
  await stringwalk.start();
  await expect(putRight(stringwalk)).toBeVisible();
  await expectWords(stringwalk);
});

test('a database that fell back to its first moments is filled again, and nothing is let go', async ({
  stringwalk,
}) => {
  const folder = join(stringwalk.dataFolder, 'IndexedDB', 'app_stringwalk_0.indexeddb.leveldb');
  const name = (await readdir(folder)).find((each) => each.endsWith('.log')) ?? '';
  const bytes = await readFile(join(folder, name));
  // Up to where whose copy it is was written: what came before is whole, and says that there is no journal yet.
  const identity = bytes.indexOf(Buffer.from('replica', 'utf16le').swap16());
  expect(identity).toBeGreaterThan(0);
  await writeFile(join(folder, name), bytes.subarray(0, identity));

  await stringwalk.start();
  await expect(putRight(stringwalk)).toBeVisible();
  await expectWords(stringwalk);
});

test('a mark that this ground is free, left by a crash at the end of beginning, does not wait for its day', async ({
  stringwalk,
}) => {
  const mark = join(stringwalk.dataFolder, 'journal', 'let-go.txt');
  await writeFile(mark, '');
  await stringwalk.start();
  await expectWords(stringwalk);
  await stringwalk.close();
  await expect(stat(mark)).rejects.toThrow('ENOENT');
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
  await stringwalk.start();
  await expectWords(stringwalk);
});

test('a database whose first file names another is made anew from the log', async ({ stringwalk }) => {
  const folder = join(stringwalk.dataFolder, 'IndexedDB', 'app_stringwalk_0.indexeddb.leveldb');
  await writeFile(join(folder, 'CURRENT'), 'MANIFEST-000101\n');

  await stringwalk.start();
  await expect(putRight(stringwalk)).toBeVisible();
  await expectWords(stringwalk);
});

/** Past every page: what the shell itself answers. */
function askToChange({ page }: Stringwalk): Promise<unknown> {
  return page.evaluate(() => {
    const { stringwalk } = window as unknown as {
      stringwalk: Record<string, (input?: unknown) => Promise<unknown>>;
    };
    const calls: readonly (readonly [string, unknown?])[] = [
      ['writeSlot', { slot: 'open', value: new Uint8Array([1]) }],
      ['removeSlot', { slot: 'open' }],
      ['clearLog'],
      ['setLogAside'],
      ['markLetGo', { letGo: true }],
      ['removeAttachments', { ids: ['1'.repeat(32)] }],
    ];
    return Promise.all(calls.map(([name, input]) => stringwalk[name]?.(input)));
  });
}

async function writeMarker({ dataFolder }: Stringwalk, marker: object): Promise<void> {
  await mkdir(join(dataFolder, 'journal'), { recursive: true });
  await writeFile(join(dataFolder, 'journal', 'marker.json'), JSON.stringify(marker));
}

/** Every file below a folder, by its hash. */
async function sums(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return found;
}
