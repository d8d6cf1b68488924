import { configDefaults, defineConfig } from "vitest/config";
import { reportTo } from "./vitest.report.js";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.mjs"],
    exclude: [...configDefaults.exclude, "**/*.program.test.*"],
    testTimeout: 30_000,
    ...reportTo("unit"),
  },
});
