import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with what assistive technology would stumble over on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Electron has no second page to run the checks from, which the newer way needs.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  // What was read aloud stays in the announcer for some seconds, even when what it named has gone.
  const { violations } = await builder.exclude('[data-live-announcer]').analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
  expect(found).toEqual([]);
}
