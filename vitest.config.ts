import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Most tests wait for Newman, so two at once are no burden for the two cores that CI has.
    maxWorkers: 2,
  },
});
