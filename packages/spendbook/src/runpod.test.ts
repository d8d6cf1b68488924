import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Statement } from "@spendbook/normalizer";
import { companyTruth, createCompany, JsonNumber } from "@spendbook/sandbox";
import { expect, test } from "vitest";
import { type CommandWorld, commandWorld } from "./__fixtures__/command.js";

const company = createCompany({ runpod: true });
const truth = companyTruth(company).find(({ provider, month }) => provider === "runpod" && month === "2026-10");

/** The command with the account at Runpod alone. */
async function runpodWorld(now: string): Promise<CommandWorld> {
  const world = await commandWorld({ company, now });
  const { urls, credentials } = world.sandbox;
  const account = { provider: "runpod", account: "lab", apiKey: "env:RUNPOD_API_KEY" };
  world.config.accounts.splice(0, 9, { ...account, baseUrl: urls.runpod, maxRequestsPerSecond: 1000 });
  world.environment.RUNPOD_API_KEY = credentials.runpod.apiKey;
  await world.saveConfig();
  return world;
}

async function stated(world: CommandWorld, ...args: readonly string[]) {
  const { code, stdout } = await world.spendbook("statement", "2026-10", "--json", ...args);
  const { wallets, warnings } = JSON.parse(stdout) as Statement;
  return { code, wallet: wallets[0], warnings };
}

test("a month's spending is stated to the last digit, held against the whole account's, and not proved", async () => {
  const world = await runpodWorld("2026-10-20T12:30:00Z");
  expect(await world.spendbook("collect")).toMatchObject({ code: 0 });
  world.sandbox.advance("2026-11-01T00:05:00Z");
  const { code, wallet, warnings } = await stated(world);
  expect({ code, warnings }).toEqual({ code: 0, warnings: [] });
  expect(wallet).toMatchObject({
    ...{ provider: "runpod", account: "lab", wallet: "default", currency: "USD" },
    ...{ completeness: "usage-only", verdict: "unproved", opening: null, topUps: null, closing: null },
    ...{ spend: truth?.spend, usage: truth?.usage, lines: truth?.lines },
  });
  expect(wallet?.checks[0]).toMatchObject({ name: "lists-and-total", outcome: "agrees", stated: truth?.usage });
  expect(wallet?.notes).toEqual([expect.stringContaining("No balance of this provider is read")]);
  expect(await world.spendbook("verify", "statements/2026-10")).toMatchObject({ code: 0 });
  const csv = await readFile(join(world.directory, "statements/2026-10/statement-2026-10.csv"), "utf8");
  expect(csv).toContain('"pod 7h9k2m4n6p: GPU 16.56, disk 0.328767144"');
});

test("the day in progress is left for the next run, which asks for no more than the quarter", async () => {
  const world = await runpodWorld("2026-10-20T12:30:00Z");
  await world.spendbook("collect");
  const days = () =>
    world.sandbox.requests
      .flatMap(({ query }) => (query.endTime === undefined ? [] : [query.endTime]))
      .sort()
      .at(-1);
  expect(days()).toBe("2026-10-20T00:00:00Z");
  const before = world.sandbox.requests.length;
  world.sandbox.advance("2026-10-21T09:00:00Z");
  expect(await world.spendbook("collect")).toMatchObject({ code: 0 });
  expect(days()).toBe("2026-10-21T00:00:00Z");
  expect(world.sandbox.requests.length - before).toBe(19);
});

test("a day that the provider changes afterwards is read again, and is a correction where its month is closed", async () => {
  const world = await runpodWorld("2026-11-01T00:05:00Z");
  await world.spendbook("collect");
  expect(await world.spendbook("close", "2026-10", "--reason", "no balance")).toMatchObject({ code: 0 });
  world.sandbox.store.runpod.usage.remove("pods/7h9k2m4n6p/2026-10-30T05:00:00.000Z");
  world.sandbox.advance("2026-11-02T00:05:00Z");
  const { stdout } = await world.spendbook("statement", "2026-11", "--json");
  expect((JSON.parse(stdout) as Statement).wallets[0]).toMatchObject({ adjustments: "0.703698631" });
});

test("a kind of resource that no list tells of breaks the statement, and the difference is printed", async () => {
  const world = await runpodWorld("2026-11-01T00:05:00Z");
  world.sandbox.setFault({
    provider: "runpod",
    when: ({ path, query }) => path === "/v2/billing" && query.startTime === "2026-10-01T00:00:00Z",
    kind: "rewrite",
    rewrite: (body) => {
      const { records, ...rest } = body as { records: { startTime: string }[] };
      const more = (row: { startTime: string }) =>
        row.startTime === "2026-10-05T00:00:00Z" ? { ...row, totalAmount: new JsonNumber("1000.5") } : row;
      return { ...rest, records: records.map(more) };
    },
  });
  const { code, wallet } = await stated(world);
  expect([code, wallet?.verdict, wallet?.spend]).toEqual([4, "broken", truth?.spend]);
  expect(wallet?.checks[0]).toMatchObject({ outcome: "differs", found: truth?.usage });
});

test.each([
  ["a list that the key may not read", { kind: "status", status: 403 } as const, /answered 403/],
  [
    "an answer that lacks a record that it counts",
    {
      kind: "rewrite",
      rewrite: (body: unknown) => ({ ...(body as object), records: (body as { records: object[] }).records.slice(1) }),
    } as const,
    /still changing/,
  ],
  ["answers without the records that they count", { kind: "empty-page" } as const, /empty page/],
  [
    "answers that count nothing",
    { kind: "rewrite", rewrite: () => ({ records: [] }) } as const,
    /no count at metadata/,
  ],
])("%s makes the account partial, and is named", async (_, fault, reason) => {
  const world = await runpodWorld("2026-11-01T00:05:00Z");
  world.sandbox.setFault({
    provider: "runpod",
    when: ({ path, query }) => path === "/v2/billing/pods" && query.startTime === "2026-10-01T00:00:00Z",
    ...fault,
  });
  const { code, wallet, warnings } = await stated(world);
  expect([code, wallet?.completeness, wallet?.verdict]).toEqual([3, "partial", "unproved"]);
  expect(JSON.stringify(warnings)).toMatch(reason);
});

test("doctor asks for records where there is no balance, so that a wrong key is told", async () => {
  const world = await runpodWorld("2026-11-01T00:05:00Z");
  expect(await world.spendbook("doctor")).toMatchObject({ code: 0, stdout: expect.stringMatching(/runpod\/lab +ok/) });
  world.environment.RUNPOD_API_KEY = "wrong";
  const { code, stdout } = await world.spendbook("doctor");
  expect([code, stdout]).toEqual([3, expect.stringMatching(/runpod\/lab +Runpod: .*401/)]);
});

test("the same month in another zone loses nothing at its edges, and marks what it had to divide", async () => {
  const world = await runpodWorld("2026-11-02T00:05:00Z");
  const { wallet } = await stated(world, "--timezone", "Asia/Kolkata");
  expect(wallet?.notes.join()).toContain("Estimated lines: ");
  expect(wallet?.checks[0]).toMatchObject({ name: "lists-and-total", outcome: "agrees" });
});
