import { defineConfig } from '@playwright/test';

// Start it through `npm run e2e`, which builds the app, finds an Electron and brings a display.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results',
  workers: 2,
  // One more try, by itself, for a machine that stumbled; `npm test` names every test that needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'e2e', testIgnore: '**/tour.spec.ts' },
    // Walks through the whole app and leaves pictures in out/tour; `npm start` runs it where there is no display.
    { name: 'tour', testMatch: '**/tour.spec.ts' },
  ],
});
