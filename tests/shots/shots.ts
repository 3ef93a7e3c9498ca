/** @file Takes a picture of every page: light and dark, 1280x800 and 1000x700, empty and with the sample journal. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { History, Trash } from '../e2e/pages/history.ts';
import { Sessions } from '../e2e/pages/sessions.ts';
import { Share } from '../e2e/pages/share.ts';
import { Welcome } from '../e2e/pages/welcome.ts';
import { beginJournal } from '../support/begin.ts';
import { atRest, everyPage, goTo, openSearch } from '../support/everyPage.ts';
import { mayasZip, passphrase } from '../support/mayasShare.ts';
import { untilSaved } from '../support/saved.ts';
import { Stringwalk } from '../support/stringwalk.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out/shots');
const pictures = join(root, 'docs/pictures');

const sizes = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
] as const;
const themes = ['light', 'dark'] as const;

/** `npm run shots -- growth years` takes only the pictures whose names begin so. */
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

/** Places that have something to teach while they are empty. */
const emptyPlaces = new Set([
  'today',
  'sessions',
  'questions',
  'timelines',
  'goals',
  'growth',
  'years',
  'agreement',
  'share',
]);

/** What the README shows, by the name of its picture here. */
const readme: Readonly<Record<string, string>> = {
  'today-1280-light': 'today.png',
  'session-1280-light': 'session.png',
  'timeline-1280-light': 'timeline.png',
  'years-1280-dark': 'years.png',
};

async function setLook(
  stringwalk: Stringwalk,
  size: (typeof sizes)[number],
  theme: (typeof themes)[number],
): Promise<void> {
  await stringwalk.app.evaluate(
    ({ BrowserWindow, nativeTheme }, look) => {
      nativeTheme.themeSource = look.theme;
      BrowserWindow.getAllWindows()[0]?.setContentSize(look.size.width, look.size.height);
    },
    { size, theme },
  );
}

async function shoot(stringwalk: Stringwalk, name: string, open: () => Promise<void>): Promise<void> {
  if (!isWanted(name)) return;
  await open();
  for (const theme of themes) {
    for (const size of sizes) {
      await setLook(stringwalk, size, theme);
      await atRest(stringwalk.page);
      const file = join(out, `${name}-${size.width}-${theme}.png`);
      await stringwalk.page.screenshot({ path: file });
      const picture = readme[`${name}-${size.width}-${theme}`];
      if (picture) await copyFile(file, join(pictures, picture));
    }
  }
  await setLook(stringwalk, sizes[0], 'light');
}

async function withJournal(folder: string, work: (stringwalk: Stringwalk) => Promise<void>): Promise<void> {
  const stringwalk = await Stringwalk.launch({ dataFolder: folder });
  try {
    await work(stringwalk);
  } finally {
    await stringwalk.close();
  }
}

if (wanted.length === 0) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'stringwalk-shots-'));
try {
  await withJournal(join(folder, 'empty'), async (stringwalk) => {
    const { page } = stringwalk;
    await shoot(stringwalk, 'welcome', () =>
      page.getByRole('button', { name: 'Begin', exact: true }).waitFor(),
    );
    await beginJournal(page);
    for (const { name, open } of everyPage) {
      if (emptyPlaces.has(name)) await shoot(stringwalk, `${name}-empty`, () => open(page));
    }
    const restore = page.getByRole('button', { name: /^Restore the backup/ }).first();
    const backUp = async () => {
      await goTo(page, 'Settings');
      await page.getByRole('link', { name: 'Backups and restoring' }).click();
      await page.getByRole('button', { name: 'Back up now' }).click();
      await restore.waitFor();
    };
    await shoot(stringwalk, 'backups', backUp);
    await shoot(stringwalk, 'restore', async () => {
      await backUp();
      await restore.click();
      await page.getByRole('button', { name: 'Open it as a journal of its own' }).waitFor();
    });
    await shoot(stringwalk, 'agreement-form', async () => {
      await goTo(page, 'Agreement');
      await page.getByRole('button', { name: 'Write the first agreement' }).click();
      await page.getByRole('main').getByRole('textbox').first().waitFor();
    });
    const share = new Share(stringwalk);
    const brought = join(folder, 'mayas.stringwalk');
    await writeFile(brought, await encryptWithPassphrase(mayasZip(), passphrase));
    await shoot(stringwalk, 'import-passphrase', async () => {
      await share.goTo();
      await stringwalk.openFrom(brought);
      await share.button('Import a share').click();
      await share.passphrase.waitFor();
    });
    await shoot(stringwalk, 'import-preview', async () => {
      await share.open(brought, passphrase);
      await share.seeFrom('Maya');
    });
    await shoot(stringwalk, 'recovery-sheet', async () => {
      await goTo(page, 'Settings');
      await page.getByRole('button', { name: 'Make a new recovery sheet' }).click();
      await page.getByRole('button', { name: 'Show a new sheet' }).click();
      await page.getByRole('heading', { level: 1, name: 'Your recovery sheet' }).waitFor();
    });
  });
  await withJournal(join(folder, 'protected'), async (stringwalk) => {
    const welcome = new Welcome(stringwalk.page);
    await welcome.fill('Tom', 'Maya');
    await welcome.protectWith(passphrase);
    await welcome.beginAndPutOff();
    const lock = stringwalk.page.getByRole('button', { name: 'Lock' });
    const page = await stringwalk.lockedWindow(() => lock.click());
    await shoot(stringwalk, 'lock', () => page.getByLabel('Passphrase', { exact: true }).waitFor());
    await shoot(stringwalk, 'forgot-passphrase', async () => {
      await page.getByRole('button', { name: 'Forgot passphrase?' }).click();
      await page.getByLabel('Recovery key').waitFor();
    });
  });
  // The keys of that journal without its pages, as after a folder that was moved by hand and only in part.
  await rm(join(folder, 'protected/IndexedDB'), { recursive: true });
  await rm(join(folder, 'protected/journal/log'), { recursive: true });
  await withJournal(join(folder, 'protected'), async (stringwalk) => {
    await shoot(stringwalk, 'stopped', () =>
      stringwalk.page.getByRole('heading', { name: 'Part of this journal is missing' }).waitFor(),
    );
    await shoot(stringwalk, 'restore-door', async () => {
      await stringwalk.page.getByRole('button', { name: 'Restore a backup' }).click();
      await stringwalk.page.getByRole('button', { name: 'Choose the backup' }).waitFor();
    });
  });
  await withJournal(join(folder, 'sample'), async (stringwalk) => {
    const { page } = stringwalk;
    await page.getByRole('button', { name: 'Open the sample journal' }).click();
    await page.getByRole('navigation', { name: 'Journal' }).waitFor();
    for (const { name, open } of everyPage) await shoot(stringwalk, name, () => open(page));
    const share = new Share(stringwalk);
    await shoot(stringwalk, 'export-what-leaves', () => share.choose({ Sessions: ['Nearly three'] }));
    await shoot(stringwalk, 'export-passphrase', async () => {
      await share.choose({ Sessions: ['Nearly three'] });
      await share.button('Choose a passphrase').click();
      await share.spokenWords.waitFor();
    });
    await shoot(stringwalk, 'search', () => openSearch(page, 'river'));
    await page.keyboard.press('Escape');
    const sessions = new Sessions(page);
    await shoot(stringwalk, 'versions-compared', async () => {
      await sessions.open('Nearly three');
      const heading = page.getByRole('heading', { level: 1 });
      await untilSaved(page, async () => {
        await sessions.write('First half', 'Judith', ' I slept on it, and it still holds.');
        await heading.click();
      });
      await sessions
        .half('First half')
        .getByRole('button', { name: 'Earlier versions of Notes by Judith' })
        .click();
      await new History(page).look('Beside the one before');
    });
    await shoot(stringwalk, 'deleted-session', async () => {
      await sessions.open('Nearly three');
      await sessions.choose('Delete session');
      const trash = new Trash(page);
      await trash.goTo();
      await trash.pane.waitFor();
    });
  });
  process.stdout.write(`Pictures of every page lie in ${out}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
