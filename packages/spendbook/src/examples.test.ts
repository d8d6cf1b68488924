import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Statement } from "@spendbook/normalizer";
import { serve } from "@spendbook/test-server";
import { expect, onTestFinished, test } from "vitest";
import { run } from "./main.js";

// The answers that the providers' own pages print, word for word where they print one.

/** wavespeed.ai/docs, "Check Billings" (search). It counts 5 records and shows 1. */
const search = {
  code: 200,
  message: "success",
  data: {
    page: 1,
    total: 5,
    items: [
      {
        uuid: "1113382d696d4677a036540a9bbb88b4",
        access_key_id: "77730_1776946986692727375",
        access_key_name: "aboy",
        billing_type: "deduct",
        price: 0.04,
        created_at: "2026-04-23T12:23:30.933Z",
        updated_at: "2026-04-23T12:23:30.933Z",
        order: {
          uuid: "ca1224af40134dada3943d1ed8e3404b",
          state: "pre",
          price: 0.04,
          origin_price: 0.04,
          status: "",
          ak_id: 35,
        },
        prediction: {
          uuid: "0cbf014f272a461faab2d19929ccf759",
          model_uuid: "bytedance/seedream-v4.5",
          status: "created",
        },
      },
    ],
  },
};

/** wavespeed.ai/docs, the older "Check Billings" (account). It counts 150 records and shows 2. */
const account = `{"code":200,"message":"success","data":{"items":[
  {"id":"txn_abc123","type":"topup","amount":100.00,"currency":"USD","status":"completed","payment_method":"stripe","created_at":"2024-01-15T10:30:00.000Z"},
  {"id":"txn_def456","type":"usage","amount":-15.50,"currency":"USD","status":"completed","model":"wavespeed-ai/flux-dev","created_at":"2024-01-15T11:00:00.000Z"}],
  "pagination":{"page":1,"page_size":20,"total":150}}}`;

/**
 * The same with counts that agree with what is shown, so that a whole account can be told, and with the account's usage
 * being that of the search: the pages are of different years, and their figures contradict one another.
 */
const counted = {
  search: JSON.stringify({ ...search, data: { ...search.data, total: 1 } }),
  account: account
    .replace('"total":150', '"total":2')
    .replace("-15.50", "-0.04")
    .replace("2024-01-15T11:00:00.000Z", "2026-04-23T12:23:30.933Z"),
};

async function statement(month: string, answers: { search: string; account: string; balance: string }) {
  const baseUrl = await serve((request, response) => {
    const path = request.url ?? "";
    const body = path.includes("search")
      ? answers.search
      : path.includes("account")
        ? answers.account
        : answers.balance;
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  const directory = await mkdtemp(join(tmpdir(), "spendbook-examples-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  const stdout = new PassThrough();
  const code = await run(["statement", month, "--json", "--formats", "json"], {
    directory,
    environment: { WAVESPEED_API_KEY: "example-key", WAVESPEED_BASE_URL: baseUrl },
    stdout,
    stderr: new PassThrough(),
    now: () => new Date("2026-05-02T00:00:00Z"),
    signal: new AbortController().signal,
  });
  stdout.end();
  return { code, statement: JSON.parse(await text(stdout)) as Statement };
}
const balance = (amount: string) => `{"code":200,"message":"success","data":{"balance":${amount}}}`;

test("the examples as printed give their figures by hand, and are called partial, for they count more than they show", async () => {
  const april = await statement("2026-04", { search: JSON.stringify(search), account, balance: balance("99.96") });
  expect(april.code).toBe(3);
  // One deduction of 0.04, out of the wallet.
  expect(april.statement.wallets).toMatchObject([
    { provider: "wavespeed", currency: "USD", completeness: "partial", usage: "-0.04", spend: "0.04", lines: 1 },
  ]);
  expect(april.statement.byService).toMatchObject([{ service: "bytedance/seedream-v4.5", spend: "0.04" }]);
  expect(april.statement.byDay).toMatchObject([{ date: "2026-04-23", spend: "0.04" }]);
  const january = await statement("2024-01", { search: JSON.stringify(search), account, balance: balance("99.96") });
  // One top-up of 100.00; the usage of 15.50 is a cross-check and no second charge.
  expect(january.statement.wallets).toMatchObject([{ topUps: "100", lines: 1 }]);
  expect(january.statement.warnings.map(({ code }) => code)).toEqual(["account_incomplete"]);
});

test("with counts that agree they make a ledger of 100.00 − 0.04 = 99.96, proved by that balance and broken by less", async () => {
  const proved = await statement("2026-04", { ...counted, balance: balance("99.96") });
  expect(proved.code).toBe(0);
  expect(proved.statement.wallets).toMatchObject([
    {
      completeness: "full-ledger",
      verdict: "proved",
      opening: "100",
      topUps: "0",
      refunds: "0",
      usage: "-0.04",
      unexplained: "0",
      closing: "99.96",
      spend: "0.04",
      lines: 1,
    },
  ]);
  const broken = await statement("2026-04", { ...counted, balance: balance("99.95") });
  expect([broken.code, broken.statement.wallets[0]?.verdict, broken.statement.wallets[0]?.unexplained]).toEqual([
    4,
    "broken",
    "-0.01",
  ]);
});
