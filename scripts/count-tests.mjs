// @ts-check
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// Sums the JSON reports of the test runs in a folder into one closing line, and fails where there is no test or a failure.
const folder = process.argv[2] ?? "test-results";
const reports = await readdir(folder).catch(() => []);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of reports) {
  const report = JSON.parse(await readFile(join(folder, name), "utf8"));
  counts.passed += report.numPassedTests;
  // A file that could not be loaded has no failed test of its own.
  counts.failed += report.numFailedTests || (report.success ? 0 : 1);
  counts.skipped += report.numPendingTests + report.numTodoTests;
}
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
