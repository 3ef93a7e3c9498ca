import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Otherwise one core is left alone: on two, that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // Properties and hostile files take seconds on a busy machine; how long is for the benchmarks to say.
          testTimeout: 60_000,
          include: ['tests/{unit,hostile}/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
    ],
  },
});
