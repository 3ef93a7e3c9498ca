import type { Page } from '@playwright/test';

export interface ShownPage {
  readonly name: string;
  /** Goes there from anywhere in an open sample journal, by role and name. */
  readonly open: (page: Page) => Promise<void>;
}

const place = (name: string): ShownPage => ({
  name: name.toLowerCase(),
  open: (page) => goTo(page, name),
});

/** A place of the navigation, its heading shown. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** One of the things listed in a place, opened; the first unless told. */
const oneOf = (name: string, placeName: string, path: string, index = 0): ShownPage => ({
  name,
  open: async (page) => {
    await goTo(page, placeName);
    await page.getByRole('main').locator(`a[href*="${path}"]`).nth(index).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  },
});

/** A year of all years, the second that is shown: the first may have had no more than a month. */
async function openYear(page: Page): Promise<void> {
  await goTo(page, 'Years');
  const years = page.getByRole('group', { name: 'All years' });
  await years
    .getByRole('link', { name: /^\d{4}/ })
    .nth(1)
    .press('Enter');
  await page.getByRole('navigation', { name: 'Way back' }).waitFor();
}

async function openMonth(page: Page): Promise<void> {
  await openYear(page);
  const months = page.getByRole('group', { name: /^The months of / });
  await months.getByRole('link').first().press('Enter');
  await page.getByRole('list', { name: 'Sessions' }).waitFor();
}

/** Every page of an open journal, in the order of the navigation. */
export const everyPage: readonly ShownPage[] = [
  place('Today'),
  place('Sessions'),
  // The first session is still to come.
  oneOf('session', 'Sessions', '/sessions/session_', 1),
  {
    name: 'history',
    open: async (page) => {
      await oneOf('session', 'Sessions', '/sessions/session_', 1).open(page);
      await page.getByRole('button', { name: 'More for this session' }).click();
      await page.getByRole('menuitem', { name: 'Earlier versions' }).click();
      await page.getByRole('listbox', { name: 'Versions' }).waitFor();
    },
  },
  place('Questions'),
  oneOf('question', 'Questions', '/questions/question_'),
  place('Timelines'),
  oneOf('timeline', 'Timelines', '/timelines/timeline_'),
  place('Goals'),
  oneOf('goal', 'Goals', '/goals/goal_'),
  place('Growth'),
  place('Years'),
  { name: 'year', open: openYear },
  { name: 'month', open: openMonth },
  place('Agreement'),
  place('Share'),
  {
    name: 'export',
    open: async (page) => {
      await goTo(page, 'Share');
      await page.getByRole('button', { name: 'Export a share' }).click();
    },
  },
  place('Settings'),
  {
    name: 'protection',
    open: async (page) => {
      await goTo(page, 'Settings');
      await page.getByRole('link', { name: 'What is and is not protected' }).click();
      await page.getByRole('heading', { level: 1, name: 'What is and is not protected' }).waitFor();
    },
  },
  {
    name: 'deleted',
    open: async (page) => {
      await goTo(page, 'Settings');
      await page.getByRole('button', { name: 'Look at deleted things' }).click();
      await page.getByRole('heading', { level: 1, name: 'Deleted things' }).waitFor();
    },
  },
];

/** The search palette with something found; it is put away by Escape. */
export async function openSearch(page: Page, words: string): Promise<void> {
  await goTo(page, 'Today');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill(words);
  await page.getByRole('option').first().waitFor();
}

/** Waits until nothing moves any more: fonts there, pictures drawn, two frames gone. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
