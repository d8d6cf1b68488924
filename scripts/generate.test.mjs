import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findProviders, readDocument } from "./generate/read-document.mjs";
import { generate } from "./generate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const providers = await findProviders(root);

/** @type {string} */
let copy;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "spendbook-generate-"));
  await cp(join(root, "specs"), join(copy, "specs"), { recursive: true });
  await cp(join(root, "scripts"), join(copy, "scripts"), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  await mkdir(join(copy, "packages/spendbook"), { recursive: true });
  await symlink(join(root, "packages/spendbook/dist"), join(copy, "packages/spendbook/dist"), "junction");
  for (const kind of ["config", "mapping"]) {
    const schema = `packages/spendbook/spendbook.${kind}.schema.json`;
    await cp(join(root, schema), join(copy, schema));
  }
  for (const provider of providers) {
    const generated = `packages/${provider}/src/generated`;
    await cp(join(root, generated), join(copy, generated), { recursive: true }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
});

afterEach(() => rm(copy, { recursive: true }));

/** @param {string[]} options */
async function run(...options) {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/generate.mjs", ...options], { cwd: copy });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stderr } = /** @type {{ code: number, stderr: string }} */ (error);
    return { code, output: stderr };
  }
}

const types = "packages/neevcloud/src/generated/openapi.ts";

describe("generate", () => {
  test("finds the repository's own files up to date", async () => {
    expect(await generate(root, { check: true })).toEqual([]);
  });

  test("in check mode names every drifted file and the command that mends it, writes nothing, and fails", async () => {
    const other = "packages/flexprice/src/generated/openapi.ts";
    await appendFile(join(copy, types), "// by hand\n");
    await rm(join(copy, other));
    const { code, output } = await run("--check");
    expect(code).toBe(1);
    expect(output).toContain(`${other}\n${types}\n`);
    expect(output).not.toContain("prime-intellect");
    expect(output).toContain("npx -y pnpm@12.18.0 generate");
    expect(await readFile(join(copy, types), "utf8")).toMatch(/by hand\n$/);
  });

  test("mends what drifted, and the check passes again", async () => {
    await rm(join(copy, types));
    expect(await run()).toEqual({ code: 0, output: `Written:\n${types}\n` });
    expect(await readFile(join(copy, types))).toEqual(await readFile(join(root, types)));
    expect((await run("--check")).code).toBe(0);
  });

  test("carries a change of an overlay into the types", async () => {
    await appendFile(
      join(copy, "specs/neevcloud/overlay.yaml"),
      `  - target: $.components.schemas.WalletResponse.properties
    description: why
    update:
      added_by_test: { type: boolean }
`,
    );
    await run();
    expect(await readFile(join(copy, types), "utf8")).toContain("added_by_test?: boolean;");
  });

  test("refuses a document that is not the one on record", async () => {
    await appendFile(join(copy, "specs/neevcloud/openapi.json"), "\n");
    const { code, output } = await run("--check");
    expect(code).toBe(1);
    expect(output).toMatch(
      /specs\/neevcloud\/openapi\.json has the sha256 [0-9a-f]{64}, but document\.json says [0-9a-f]{64}/,
    );
  });

  test("refuses an overlay action that matches nothing", async () => {
    const overlay = join(copy, "specs/prime-intellect/overlay.yaml");
    const text = await readFile(overlay, "utf8");
    await writeFile(
      overlay,
      text.replace("$.components.schemas.WalletResponse.properties", "$.components.schemas.Purse"),
    );
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toMatch(
      /specs\/prime-intellect\/overlay\.yaml: action \d+ \(\$\.components\.schemas\.Purse\) matches nothing/,
    );
  });
});

describe.each(providers)("the record of %s", async (provider) => {
  const { record, stored, overlaid } = await readDocument(root, provider);

  test("names exactly the operations that the document has and that the overlay adds", () => {
    expect(record.operations).toEqual(operationsOf(stored));
    expect([...record.operations, ...record.addedOperations].sort()).toEqual(operationsOf(overlaid).sort());
  });

  test("gives every quirk an id of its own, a place, a truth and its evidence", () => {
    expect(new Set(record.quirks.map(({ id }) => id)).size).toBe(record.quirks.length);
    for (const quirk of record.quirks) {
      expect(quirk).toEqual({
        id: expect.stringMatching(/^[a-z0-9-]+$/),
        where: expect.stringMatching(/\S/),
        says: expect.stringMatching(/\S/),
        truth: expect.stringMatching(/\S/),
        evidence: expect.stringMatching(/\S/),
        confidence: expect.stringMatching(/^(code|documented|third-party|inferred)$/),
      });
    }
  });

  test("says whose document it is, from where and when", () => {
    expect(record.sourceUrl.length).toBeGreaterThan(0);
    for (const url of record.sourceUrl) expect(url).toMatch(/^https:\/\//);
    expect(record.retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (record.author === "provider") expect(stored.info).toMatchObject({ version: record.providerVersion });
    else expect(record.providerVersion).toBeNull();
  });
});

/** @param {import("./generate/apply-overlay.mjs").JsonObject} document */
function operationsOf(document) {
  const paths = /** @type {Record<string, object>} */ (document.paths);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
