/** Where a test run reports: to the terminal, and in CI also to a file that the closing count is made from. */
export const reportTo = (name: string) =>
  process.env.CI ? { reporters: ["default", "json"], outputFile: { json: `test-results/${name}.json` } } : {};
