import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProviders, readDocument } from "./generate/read-document.mjs";
import { findProgram } from "./install-programs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const redocly = await findProgram("@redocly/cli", "redocly");

/** @type {string} */
let folder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-documents-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** @param {unknown} document */
async function lint(document) {
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(document));
  try {
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    await promisify(execFile)(process.execPath, [redocly, "lint", "--extends=spec", "--format=json", file], { env });
    return [];
  } catch (error) {
    const { stdout } = /** @type {{ stdout: string }} */ (error);
    /** @type {{ problems: { ruleId: string, message: string }[] }} */
    const { problems } = JSON.parse(stdout);
    return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  }
}

describe.each(await findProviders(root))("the document of %s", async (provider) => {
  const { stored, overlaid } = await readDocument(root, provider);

  test("is valid OpenAPI as it is stored", async () => {
    expect(await lint(stored)).toEqual([]);
  });

  test("is valid OpenAPI with its overlay applied", async () => {
    expect(await lint(overlaid)).toEqual([]);
  });
});

test("redocly tells what is wrong with a document that is not valid", async () => {
  const { stored } = await readDocument(root, "neevcloud");
  expect(await lint({ ...stored, info: { title: "No version" } })).toContainEqual(expect.stringMatching(/version/));
});
