import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for Newman, so that three at once just keep the two cores busy that CI has.
    maxWorkers: 3,
  },
});
