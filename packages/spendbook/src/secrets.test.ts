import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { inspect } from "node:util";
import { openLedger } from "@spendbook/ledger";
import type { FaultKind, ProviderId } from "@spendbook/sandbox";
import { expect, test } from "vitest";
import { type CommandWorld, commandWorld } from "./__fixtures__/command.js";
import { secretForms } from "./collect/__fixtures__/secret-forms.js";
import { startCommand } from "./collect/__fixtures__/start-command.js";
import { createFeed } from "./collect/create-feed.js";
import type { AccountConfig } from "./config/config-schema.js";

/** With characters that an address, JSON, HTML and Base64 write in another way. */
const apiKeys: Readonly<Record<ProviderId, string>> = {
  "prime-intellect": "pit_Zebra/Quagga+1&=~secret-of-prime",
  neevcloud: "pat-nc-Okapi/Tapir+2&=~secret-of-neev",
  flexprice: "sk_Narwhal/Manatee+3&=~secret-of-flexprice",
  wavespeed: "Axolotl/Wombat+4&=~secret-of-wavespeed",
  runpod: "rpa_Pangolin/Quokka+5&=~secret-of-runpod",
};
const providers = Object.keys(apiKeys) as readonly ProviderId[];

/** What goes wrong at a provider that repeats the key it was sent, as careless gateways do. */
const faults: Readonly<Record<string, (key: string) => FaultKind | null>> = {
  "no fault": () => null,
  "status 401": () => ({ kind: "status", status: 401 }),
  "status 401 that repeats the key": (key) => ({ kind: "status", status: 401, body: repeating(key) }),
  "status 400 that repeats the key in an address": (key) => ({
    kind: "status",
    status: 400,
    body: { message: `https://host/?key=${encodeURIComponent(key)}`, detail: `/?key=${encodeURIComponent(key)}` },
  }),
  "status 403": (key) => ({ kind: "status", status: 403, body: { success: false, error: { message: key } } }),
  "status 422": (key) => ({
    kind: "status",
    status: 422,
    body: { detail: [{ loc: ["header", "authorization"], msg: `Bearer ${key}`, type: "value_error" }] },
  }),
  "status 429": (key) => ({ kind: "status", status: 429, retryAfter: 0, body: repeating(key) }),
  "status 429 for an hour": (key) => ({ kind: "status", status: 429, retryAfter: 3600, body: repeating(key) }),
  "status 500 without a body": () => ({ kind: "status", status: 500, body: null }),
  "status 502 that repeats the key": (key) => ({ kind: "status", status: 502, body: repeating(key) }),
  "status 302": (key) => ({ kind: "status", status: 302, headers: { location: `https://elsewhere.invalid/?${key}` } }),
  "an error in a 200 that repeats the key": (key) => ({ kind: "code-in-200", code: 401, message: `no ${key}` }),
  "empty pages": () => ({ kind: "empty-page" }),
  "an answer of another shape": () => ({ kind: "rewrite", rewrite: () => ({ hello: 1 }) }),
  HTML: () => ({ kind: "html" }),
  "HTML with status 503": () => ({ kind: "html", status: 503 }),
  "another content type": () => ({ kind: "wrong-content-type" }),
  "malformed JSON": () => ({ kind: "malformed-json" }),
  "truncated bodies": () => ({ kind: "truncated-body" }),
  "broken UTF-8": () => ({ kind: "invalid-utf8" }),
  "too large bodies": () => ({ kind: "too-large", bytes: 17 * 1024 * 1024 }),
  "reset connections": () => ({ kind: "reset-connection" }),
  "slow answers": () => ({ kind: "slow", delay: 20, part: "body" }),
};

/** Those that a client gets over. */
const harmless = ["no fault", "empty pages", "another content type", "slow answers"];

function repeating(key: string) {
  const message = `no access for ${key}`;
  return { message, error: { message, code: key, details: { key } }, detail: message };
}

/** One key from the environment, one from a file and two from `.env`; no key stands anywhere else. */
async function secretWorld(): Promise<CommandWorld> {
  const world = await commandWorld({ now: "2026-08-03T00:05:00Z", apiKeys });
  await mkdir(join(world.directory, "secrets"));
  await writeFile(join(world.directory, "secrets/flexprice.key"), `${apiKeys.flexprice}\n`);
  await writeFile(
    join(world.directory, ".env"),
    `NEEV_API_TOKEN='${apiKeys.neevcloud}'\nWAVESPEED_API_KEY='${apiKeys.wavespeed}'\n`,
  );
  for (const name of ["NEEV_API_TOKEN", "WAVESPEED_API_KEY", "FLEXPRICE_API_KEY"]) delete world.environment[name];
  for (const account of world.config.accounts)
    if (account.provider === "flexprice") account.apiKey = "file:secrets/flexprice.key";
  await world.saveConfig();
  return world;
}

type Text = readonly [place: string, text: string];

/** Every file's bytes but those that hold the keys by intention. */
async function filesOf(directory: string): Promise<readonly Text[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const meant = /^(\.env|secrets\/)/;
  const mine = files.filter((file) => !meant.test(relative(directory, file)));
  return Promise.all(
    mine.map(async (file): Promise<Text> => [relative(directory, file), await readFile(file, "latin1")]),
  );
}

/** Where any of the keys stands, in whatever form: never the key itself, which a failing test would print. */
function findKeys(texts: readonly Text[]): readonly string[] {
  const forms = Object.entries(apiKeys).flatMap(([provider, key]) =>
    secretForms(key).map((form, index) => ({ provider, form, index })),
  );
  return texts.flatMap(([place, text]) =>
    forms
      .filter(({ form }) => text.includes(form) || place.includes(form))
      .map(({ provider, index }) => `the key of ${provider} in ${place} (form ${index})`),
  );
}

/** What a program around the clients may log of a failure: all of it. */
async function failuresOf(world: CommandWorld): Promise<readonly Text[]> {
  const told: Text[] = [];
  for (const account of world.config.accounts as unknown as AccountConfig[]) {
    const feed = createFeed(account, {
      apiKey: apiKeys[account.provider],
      fetch: (request) => fetch(request),
      signal: AbortSignal.timeout(60_000),
      sleep: async () => {},
      begunAt: new Date("2026-11-02T12:00:00Z"),
      onAttempt: (event) => told.push([`attempt at ${account.provider}`, inspect(event)]),
    });
    for (const ask of [() => feed.snapshots(), ...feed.lists.map((list) => () => list.page(0, null))])
      await ask().catch((error: unknown) => {
        const whole = inspect(error, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
        told.push([`error of ${account.provider}`, `${whole}\n${JSON.stringify(error)}\n${(error as Error).stack}`]);
      });
  }
  return told;
}

/** Two collections and what is made of them; the others only read the ledger, because failing ones take their time. */
const commands = [
  ["statement", "2026-08"],
  ["collect", "--json"],
  ["collect", "--config", "none.json"],
  ["statement", "2026-08", "--offline", "--json"],
  ["statement", "2026-08", "--offline", "--quiet"],
  ["doctor"],
];

/** Everything that a person or a program gets to see under a fault. */
async function everythingUnder(faultOf: (key: string) => FaultKind | null) {
  const world = await secretWorld();
  for (const provider of providers) {
    const fault = faultOf(apiKeys[provider]);
    if (fault) world.sandbox.setFault({ ...fault, provider });
  }
  // Open all the while, so that the command leaves its write-ahead log beside the ledger.
  const ledger = await openLedger(join(world.directory, "spendbook.sqlite"));
  const written: Text[] = [];
  for (const args of commands) {
    const { stdout, stderr } = await world.spendbook(...args);
    written.push([`stdout of ${args.join(" ")}`, stdout], [`stderr of ${args.join(" ")}`, stderr]);
  }
  const files = await filesOf(world.directory);
  await ledger.close();
  return { written, files, failures: await failuresOf(world) };
}

test("no key stands in any output, file, error or ledger row, whatever goes wrong", { timeout: 300_000 }, async () => {
  const findings = await Promise.all(
    Object.entries(faults).map(async ([name, faultOf]) => {
      const { written, files, failures } = await everythingUnder(faultOf);
      const expectedFiles = ["spendbook.config.json", "spendbook.sqlite", "spendbook.sqlite-wal"];
      expect(files.map(([file]) => file)).toEqual(expect.arrayContaining(expectedFiles));
      // A fault that nobody meets proves nothing.
      const isMet = failures.some(([place]) => place.startsWith("error"));
      expect([name, isMet]).toEqual([name, !harmless.includes(name)]);
      return findKeys([...written, ...files, ...failures]).map((finding) => `${name}: ${finding}`);
    }),
  );
  expect(findings.flat()).toEqual([]);
});

test("the built command, run with a wrong key, shows neither it nor the right one", { timeout: 60_000 }, async () => {
  const world = await secretWorld();
  world.environment.PRIME_API_KEY = `${apiKeys["prime-intellect"]}-wrong`;
  const { code, stdout, stderr } = await startCommand(world, ["collect"]).ended;
  expect([code, stderr]).toEqual([3, ""]);
  expect(stdout).toMatch(/prime-intellect\/research +PARTIAL .*401/);
  expect(findKeys([["stdout", stdout], ...(await filesOf(world.directory))])).toEqual([]);
});

test.each(secretForms(apiKeys.wavespeed).map((form, index) => [index, form] as const))(
  "a planted key is found, in form %i",
  async (_index, form) => {
    const world = await secretWorld();
    await writeFile(join(world.directory, "planted.log"), `before ${form} after`);
    expect((await filesOf(world.directory)).map(([file]) => file)).toContain("planted.log");
    expect(findKeys(await filesOf(world.directory))).not.toEqual([]);
  },
);

test("a key in Base64 is found wherever it begins", () => {
  for (const before of ["", "x", "xy", "xyz", "user:"])
    expect(findKeys([["a header", Buffer.from(`${before}${apiKeys.neevcloud}:end`).toString("base64")]])).not.toEqual(
      [],
    );
});
