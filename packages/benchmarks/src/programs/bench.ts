import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { groups } from "../groups/groups.js";
import { describeMachine, describeVersions } from "../report/machine.js";
import { replaceSection } from "../report/replace-section.js";

// bench.js [GROUP…] [RECORDS…]: measures some groups, or all, and writes each one's section of BENCHMARKS.md; with sizes
// of one's own, only prints what it would write.
const names = process.argv.slice(2).filter((argument) => Object.hasOwn(groups, argument));
const sizes = process.argv.slice(2).flatMap((argument) => (names.includes(argument) ? [] : [Number(argument)]));
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 100)) {
  process.stderr.write(
    `usage: bench [group…] [records…], of ${Object.keys(groups).join(", ")}; whole numbers from 100\n`,
  );
  process.exit(2);
}

const file = new URL("../../../../BENCHMARKS.md", import.meta.url);
for (const name of names.length > 0 ? names : Object.keys(groups)) {
  const group = groups[name];
  if (group === undefined) continue;
  const measuredOn = `Measured on ${new Date().toISOString().slice(0, 10)} by \`pnpm bench ${name}\`: ${describeMachine()}; ${await describeVersions()}.`;
  const figures = await group.measure(sizes.length > 0 ? sizes : group.sizes, (progress) =>
    process.stderr.write(`${progress}\n`),
  );
  const section = `${measuredOn}\n\n${figures}`;
  if (sizes.length > 0) process.stdout.write(`## ${group.title}\n\n${section}\n`);
  else await writeFile(file, replaceSection(await readFile(file, "utf8"), name, group.title, section));
}
