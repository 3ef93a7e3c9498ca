import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/{unit,hostile}/**/*.test.{ts,tsx}'], environment: 'node' } },
    ],
  },
});
