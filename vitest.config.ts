import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"],
    // Those need programs that are not npm dependencies: pnpm test:programs.
    exclude: [...configDefaults.exclude, "**/*.program.test.*"],
    testTimeout: 30_000,
  },
});
