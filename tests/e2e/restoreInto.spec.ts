import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openRow } from '#renderer/journal/sealing.ts';
import { parseKeyring, unlockVault } from '#renderer/journal/vault.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { CallName } from '#shared/shell/channels.ts';
import { expectAccessible } from '../support/axe.ts';
import { openJournal } from '../support/begin.ts';
import { test as base } from '../support/launch.ts';
import { hillPng } from '../support/png.ts';
import { begunJournal, copyJournal, type PreparedJournal } from '../support/prepared.ts';
import { untilSaved } from '../support/saved.ts';
import { sealedThings } from '../support/sealedFiles.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage } from './pages/backups.ts';
import { Photos } from './pages/photos.ts';
import { Sessions } from './pages/sessions.ts';

const joinButton = 'Bring it back into this journal';
const half = 'First half';
const early = 'We began where the path bends.';
const late = ' Then the rain came.';
const lost = 'A kingfisher went by, twice.';
const since = 'Written before anybody missed a thing';
const after = 'Written once all was back';
const hill = { name: 'hill.png', mimeType: 'image/png', buffer: hillPng(300, 200) };

/** A journal of one walk. */
const oneWalk: PreparedJournal = {
  after: begunJournal,
  make: async ({ page }) => {
    const sessions = new Sessions(page);
    await sessions.create({ title: 'By the ponds' });
    await sessions.write(half, 'Tom', early);
    await sessions.saved();
  },
  open: openJournal,
};

/** The same after another day, backed up. */
const backedUp: PreparedJournal = {
  after: oneWalk,
  make: async (stringwalk) => {
    await writeTheDay(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.backUpNow();
  },
  open: openJournal,
};

/**
 * A journal that went back to an earlier day, as a folder brought back by the system's own backup does: of its two
 * walks it has one, without its last words, and no photo. Its backups were kept, and the newest holds all of it.
 */
const test = base.extend({
  stringwalk: async ({ launch, folder, prepared }, use) => {
    const dataFolder = join(folder, 'journal-1');
    await copyJournal(await prepared(oneWalk), dataFolder);
    await cp(join(await prepared(backedUp), 'backups'), join(dataFolder, 'backups'), { recursive: true });
    const stringwalk = await launch({ dataFolder });
    await openJournal(stringwalk.page);
    await expectTheDayLost(stringwalk);
    await use(stringwalk);
  },
});

async function writeTheDay({ page }: Stringwalk): Promise<void> {
  const sessions = new Sessions(page);
  await sessions.open(/By the ponds/);
  await untilSaved(page, () => sessions.write(half, 'Tom', late));
  await sessions.create({ title: 'Along the river' });
  await sessions.write(half, 'Tom', lost);
  const photos = photosIn(page, sessions);
  await photos.add(hill);
  await expect(photos.all).toHaveCount(1);
  await sessions.saved();
}

async function expectTheDayLost(stringwalk: Stringwalk): Promise<void> {
  const { page } = stringwalk;
  const sessions = new Sessions(page);
  await sessions.open(/By the ponds/);
  await expect(sessions.notes(half, 'Tom')).toHaveText(early);
  await sessions.goToList();
  await expect(page.getByRole('main').getByRole('link', { name: /By the ponds/ })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /Along the river/ })).toHaveCount(0);
}

async function expectTheDay({ page }: Stringwalk): Promise<void> {
  const sessions = new Sessions(page);
  await sessions.open(/By the ponds/);
  await expect(sessions.notes(half, 'Tom')).toHaveText(early + late);
  await sessions.open(/Along the river/);
  await expect(sessions.notes(half, 'Tom')).toContainText(lost);
  expect(await photosIn(page, sessions).size()).toEqual([300, 200]);
}

function photosIn(page: Stringwalk['page'], sessions: Sessions): Photos {
  return new Photos(page, sessions.notes(half, 'Tom'), 'Notes by Tom');
}

async function keepNote({ page }: Stringwalk, words: string): Promise<void> {
  await goToToday(page);
  const note = page.getByRole('textbox', { name: 'Quick note' });
  await note.fill(words);
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expect(note).toHaveValue('');
}

async function goToToday(page: Stringwalk['page']): Promise<void> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
}

async function expectNotes({ page }: Stringwalk, ...notes: readonly string[]): Promise<void> {
  await goToToday(page);
  for (const words of notes) await expect(page.getByText(words)).toBeVisible();
}

/** Every revision in the log, opened with the key that lies beside it. */
async function revisionsOf({ dataFolder }: Stringwalk): Promise<readonly Revision[]> {
  const keyring = parseKeyring(await readFile(join(dataFolder, 'journal', 'slots', 'open.txt'), 'utf8'));
  if (!keyring) throw new Error('The slot holds no keyring');
  const vault = await unlockVault(keyring);
  const things = await sealedThings(dataFolder);
  return things
    .filter(({ store }) => store === 'rows')
    .map(({ bytes, store, id }) => {
      const opened = openRow(bytes, { store, id }, vault);
      if (!opened.ok) throw new Error('A row does not open');
      return opened.value as Revision;
    });
}

/** What was written later bears a name that nothing bore before, so that no number of it was given away already. */
function expectANewHand(earlier: readonly Revision[], later: readonly Revision[]): void {
  const [known, names] = [
    new Set(earlier.map(({ id }) => id)),
    new Set(earlier.map(({ replica }) => replica)),
  ];
  const fresh = later.filter(({ id }) => !known.has(id));
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.filter(({ replica }) => names.has(replica))).toEqual([]);
  expect(new Set(fresh.map(({ seq }) => seq)).size).toBe(fresh.length);
}

function expectNothingTwice(revisions: readonly Revision[]): void {
  expect(new Set(revisions.map(({ id }) => id)).size).toBe(revisions.length);
}

const photosKept = ({ dataFolder }: Stringwalk) =>
  readdir(join(dataFolder, 'journal', 'attachments')).catch(() => []);

test('a backup brings back into the open journal what it lost, and leaves what was written since', async ({
  stringwalk,
}) => {
  test.setTimeout(120_000);
  await keepNote(stringwalk, since);
  expect(await photosKept(stringwalk)).toEqual([]);

  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.read(backups.lines.first());
  await expect(backups.whatComesBack.getByRole('listitem')).toHaveText([
    '1 session',
    '1 note',
    '1 photo',
    'versions that are not here of 1 note',
  ]);
  await expectAccessible(stringwalk.page);
  // It only said so.
  expect(await photosKept(stringwalk)).toEqual([]);
  await backups.bringBack();
  await expectAccessible(stringwalk.page);
  await expectTheDay(stringwalk);
  await expectNotes(stringwalk, since);

  await stringwalk.restart();
  await expectTheDay(stringwalk);
  await expectNotes(stringwalk, since);
  await stringwalk.close();
  const brought = await revisionsOf(stringwalk);
  await stringwalk.start();
  await keepNote(stringwalk, after);
  await stringwalk.restart();
  await expectNotes(stringwalk, since, after);
  await expectTheDay(stringwalk);
  await stringwalk.close();
  expectANewHand(brought, await revisionsOf(stringwalk));

  // Nothing more would come back, and the journal as it was before this has a backup of its own.
  await stringwalk.start();
  await backups.goTo();
  await expect(backups.lines).toHaveCount(2);
  await backups.read(backups.lines.last());
  await expect(stringwalk.page.getByText('Everything in it is in your journal already.')).toBeVisible();
});

for (const [moment, call, isDone] of [
  ['once a photo is here and no word of it', 'writeAttachment', true],
  ['before any word is kept', 'appendRows', false],
] as const satisfies readonly (readonly [string, CallName, boolean])[]) {
  test(`a crash ${moment} leaves the journal as it was, and it can be asked for again`, async ({
    stringwalk,
  }) => {
    test.setTimeout(120_000);
    const before = await revisionsOf(stringwalk);
    const backups = new BackupsPage(stringwalk);
    await backups.goTo();
    await backups.read(backups.lines.first());
    await stringwalk.crashAt(call, isDone, () => backups.button(joinButton).click());
    expect(await revisionsOf(stringwalk)).toEqual(before);
    expect((await photosKept(stringwalk)).length).toBeGreaterThan(0);

    await stringwalk.start();
    await expectTheDayLost(stringwalk);
    await backups.goTo();
    // The newest is now the one that was made just before.
    await backups.read(backups.lines.last());
    await backups.bringBack();
    await expectTheDay(stringwalk);
    await stringwalk.restart();
    await expectTheDay(stringwalk);
    await stringwalk.close();
    expectNothingTwice(await revisionsOf(stringwalk));
  });
}

test('a crash once all words are in the log, and none in the database, brings all of them back', async ({
  stringwalk,
}) => {
  test.setTimeout(120_000);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.read(backups.lines.first());
  await stringwalk.crashAt('appendRows', true, () => backups.button(joinButton).click());

  await stringwalk.start();
  await expectTheDay(stringwalk);
  await stringwalk.close();
  const brought = await revisionsOf(stringwalk);
  expectNothingTwice(brought);
  await stringwalk.start();
  await keepNote(stringwalk, after);
  await stringwalk.restart();
  await expectNotes(stringwalk, after);
  await stringwalk.close();
  expectANewHand(brought, await revisionsOf(stringwalk));
});
