import { configDefaults, defineConfig } from "vitest/config";
import { reportTo } from "./vitest.report.js";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"],
    exclude: [...configDefaults.exclude, "**/*.program.test.*"],
    // Tests run real databases and processes, also on machines that do other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    ...reportTo("unit"),
  },
});
