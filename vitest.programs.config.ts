import { defineConfig } from "vitest/config";
import { reportTo } from "./vitest.report.js";

/** Checks by programs that nobody here wrote; scripts/install-programs.mjs installs them. */
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.program.test.ts", "scripts/**/*.program.test.mjs"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    ...reportTo("programs"),
  },
});
