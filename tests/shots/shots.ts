/** @file Takes a picture of every page: light and dark, 1280x800 and 1000x700, empty and with the sample journal. */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginJournal } from '../support/begin.ts';
import { atRest, everyPage, goTo, openSearch } from '../support/everyPage.ts';
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
    await shoot(stringwalk, 'backups', async () => {
      await goTo(page, 'Settings');
      await page.getByRole('link', { name: 'Backups and restoring' }).click();
      await page.getByRole('button', { name: 'Back up now' }).click();
      await page
        .getByRole('button', { name: /^Restore the backup/ })
        .first()
        .waitFor();
    });
    await shoot(stringwalk, 'recovery-sheet', async () => {
      await goTo(page, 'Settings');
      await page.getByRole('button', { name: 'Make a new recovery sheet' }).click();
      await page.getByRole('button', { name: 'Show a new sheet' }).click();
      await page.getByRole('heading', { level: 1, name: 'Your recovery sheet' }).waitFor();
    });
  });
  await withJournal(join(folder, 'sample'), async (stringwalk) => {
    const { page } = stringwalk;
    await page.getByRole('button', { name: 'Open the sample journal' }).click();
    await page.getByRole('navigation', { name: 'Journal' }).waitFor();
    for (const { name, open } of everyPage) await shoot(stringwalk, name, () => open(page));
    await shoot(stringwalk, 'search', () => openSearch(page, 'river'));
  });
  process.stdout.write(`Pictures of every page lie in ${out}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
