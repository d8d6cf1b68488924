import { expect, test } from "vitest";
import { replaceSection } from "./replace-section.js";

test("a section's figures are replaced, and what people wrote around them and the other sections stay", () => {
  const first = replaceSection("# Benchmarks\n", "csv", "CSV", "old figures\n");
  const both = replaceSection(first, "xlsx", "XLSX", "other figures").replace("old figures", "old figures\n\nmore");
  const written = both.replace("## XLSX", "It was the quoting.\n\n## XLSX");
  expect(replaceSection(written, "csv", "CSV", "new $& figures")).toBe(
    `# Benchmarks

## CSV

<!-- bench csv -->

new $& figures

<!-- end of bench csv -->

It was the quoting.

## XLSX

<!-- bench xlsx -->

other figures

<!-- end of bench xlsx -->
`,
  );
});
