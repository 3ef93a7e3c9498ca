import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with what assistive technology would stumble over on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page);
}

/** The part of it that another theme may change. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, ['color-contrast']);
}

async function expectNoViolation(page: Page, rules?: string[]): Promise<void> {
  await comeToRest(page);
  // Electron has no second page to run the checks from, which the newer way needs.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // What was read aloud stays in the announcer for some seconds, even when what it named has gone.
  const { violations } = await builder
    // To name everything that passed takes longer than to look.
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) })
    .exclude('[data-live-announcer]')
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}

/** What is fading in has other colours for a moment. What turns without end is not waited for. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
