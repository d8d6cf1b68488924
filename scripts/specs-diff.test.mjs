import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findProviders } from "./generate/read-document.mjs";
import { diffDocument } from "./specs-diff.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const document = await readFile(join(root, "specs/neevcloud/openapi.json"), "utf8");
const transactions = "/api/v1/orgs/{org_id}/wallets/transactions";

/** What is said of NeevCloud's document after an edit. @param {(document: any) => void} edit */
async function diff(edit) {
  const newer = JSON.parse(document);
  edit(newer);
  expect(JSON.stringify(newer)).not.toBe(JSON.stringify(JSON.parse(document)));
  const { lines, breaks } = await diffDocument(root, "neevcloud", JSON.stringify(newer));
  return { text: lines.join("\n"), breaks };
}

/** @param {any} newer */
const row = (newer) => newer.components.schemas.WalletTransaction;

test.each(await findProviders(root))("the stored document of %s has not changed from itself", async (provider) => {
  const { file } = JSON.parse(await readFile(join(root, "specs", provider, "document.json"), "utf8"));
  const text = await readFile(join(root, "specs", provider, file), "utf8");
  const { lines, breaks } = await diffDocument(root, provider, text);
  expect([lines.at(-1), breaks]).toEqual(["Nothing that is kept has changed.", false]);
});

/** @type {[what: string, edit: (newer: any) => void, breaks: boolean, said: RegExp][]} */
const edits = [
  [
    "a field that is read and gone",
    (newer) => delete row(newer).properties.amount_micro_dollars,
    true,
    /Breaks us:\n- GET .*amount_micro_dollars: is gone; read in packages\/normalizer\/src\/providers\/neevcloud/,
  ],
  [
    "a field of another name",
    (newer) => {
      const { amount_micro_dollars: amount, ...others } = row(newer).properties;
      row(newer).properties = { ...others, micro_dollars: amount };
    },
    true,
    /amount_micro_dollars: is gone; perhaps it is micro_dollars now, which is new and alike; read in packages/,
  ],
  [
    "a field that is gone where a new one is of another type",
    (newer) => {
      const { amount_micro_dollars: _, ...others } = row(newer).properties;
      row(newer).properties = { ...others, amount: { type: "string" } };
    },
    true,
    /amount_micro_dollars: is gone; read in packages/,
  ],
  [
    "a parameter of another name",
    (newer) => {
      const parameters = newer.paths[transactions].get.parameters;
      parameters.find((/** @type {any} */ one) => one.name === "items_per_page").name = "page_size";
    },
    true,
    /query parameter items_per_page: is gone: .*; perhaps it is query parameter page_size now/,
  ],
  [
    "an operation of another path",
    (newer) => {
      newer.paths[`/api/v2/wallets/{org_id}`] = newer.paths[transactions];
      delete newer.paths[transactions];
    },
    true,
    /wallets\/transactions: is gone; perhaps it is GET \/api\/v2\/wallets\/\{org_id\} now/,
  ],
  [
    "a field of another type",
    (newer) => {
      row(newer).properties.amount_micro_dollars.type = "string";
    },
    true,
    /amount_micro_dollars: its type was integer and is string; read in/,
  ],
  [
    "a field that may be null now",
    (newer) => {
      row(newer).properties.created_at.type = ["string", "null"];
    },
    true,
    /created_at: its type was string and is null or string/,
  ],
  [
    "a field that may be left out now",
    (newer) => {
      row(newer).required = row(newer).required.filter((/** @type {string} */ name) => name !== "created_at");
    },
    true,
    /created_at: may be left out now/,
  ],
  [
    "a new value of a list",
    (newer) => row(newer).properties.transaction_source.enum.push("cashback"),
    false,
    /To be looked at:\n- GET .*transaction_source: has the new value cashback; say what it means/,
  ],
  [
    "a value of a list that is gone",
    (newer) => {
      row(newer).properties.transaction_source.enum = ["grant", "payment"];
    },
    false,
    /Harmless:\n- GET .*transaction_source: no longer has the value system/,
  ],
  [
    "a field that is always there now",
    (newer) => row(newer).required.push("hour_start"),
    false,
    /Harmless:\n- GET .*hour_start: must be there now/,
  ],
  [
    "a new field",
    (newer) => {
      row(newer).properties.tax = { type: "integer" };
    },
    false,
    /Harmless:\n- GET .*\.tax: is new, and may be left out/,
  ],
  [
    "a new operation beside ours",
    (newer) => {
      newer.paths["/api/v1/orgs/{org_id}/invoices"] = { get: { responses: {} } };
    },
    false,
    /Nothing that is kept has changed\.\n\nOperations beside ours that are not kept:\n- GET \/api\/v1\/orgs\/\{org_id\}\/invoices/,
  ],
  [
    "an operation that is gone",
    (newer) => delete newer.paths[transactions],
    true,
    /- GET \/api\/v1\/orgs\/\{org_id\}\/wallets\/transactions: is gone/,
  ],
  [
    "a parameter that must be sent",
    (newer) => newer.paths[transactions].get.parameters.push({ in: "query", name: "from", required: true, schema: {} }),
    true,
    /query parameter from: is new, and must be sent/,
  ],
  [
    "smaller pages",
    (newer) => {
      const size = newer.paths[transactions].get.parameters.find(
        (/** @type {any} */ one) => one.name === "items_per_page",
      );
      size.schema.maximum = 50;
    },
    true,
    /items_per_page: its maximum was unsaid and is 50; read in packages\/neevcloud\/src\/list-transactions\.ts/,
  ],
  [
    "another address",
    (newer) => {
      newer.servers = [{ url: "https://b.example" }];
    },
    true,
    /servers: the address was https:.* and is https:\/\/b\.example/,
  ],
  [
    "another way to send the key",
    (newer) => {
      newer.components.securitySchemes = { key: { type: "apiKey", in: "header", name: "X-Key" } };
      newer.security = [{ key: [] }];
      for (const item of Object.values(newer.paths)) delete item.get.security;
    },
    true,
    /how the key is sent was .* and is apiKey header X-Key/,
  ],
  [
    "a status that was not documented",
    (newer) => {
      newer.paths[transactions].get.responses["402"] = { description: "Pay first" };
    },
    false,
    /answer 402: is new/,
  ],
];

test.each(edits)("%s is told in words", async (_, edit, breaks, said) => {
  const told = await diff(edit);
  expect(told.text).toMatch(said);
  expect(told.breaks).toBe(breaks);
});

test("a correction of ours that no longer fits is told", async () => {
  const { text } = await diff((newer) => {
    newer.paths[transactions].get.parameters = newer.paths[transactions].get.parameters.filter(
      (/** @type {any} */ one) => one.name !== "page",
    );
  });
  expect(text).toMatch(/overlay\.yaml, .*'page'.*: the correction no longer fits: States the lower bound/);
});

test("an operation that we added and the provider now documents is told", async () => {
  const newer = `{"servers":[{"url":"https://us.api.flexprice.io/v1"}],"paths":{"/wallets/{id}":{"get":{"responses":{}}}}}`;
  const { lines, breaks } = await diffDocument(root, "flexprice", newer);
  expect(lines.join("\n")).toContain("Added by us, and now documented by the provider:\n- GET /wallets/{id}");
  expect(breaks).toBe(true);
});

test("the command prints the words, and fails where something breaks, or where it is called wrongly", async () => {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-diff-"));
  const file = join(folder, "newer.json");
  const run = (/** @type {string[]} */ ...args) =>
    promisify(execFile)(process.execPath, ["scripts/specs-diff.mjs", ...args], { cwd: root });
  await writeFile(file, document);
  expect((await run("neevcloud", file)).stdout).toContain("Nothing that is kept has changed.");
  await writeFile(file, document.replaceAll("amount_micro_dollars", "amount"));
  await expect(run("neevcloud", file)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("Breaks us:"),
  });
  await expect(run("nobody", file)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("neevcloud") });
  await writeFile(file, "{}");
  await expect(run("neevcloud", file)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("no paths") });
  await rm(folder, { recursive: true });
});
