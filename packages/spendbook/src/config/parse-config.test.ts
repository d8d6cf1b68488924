import { expect, test } from "vitest";
import { parseConfig } from "./parse-config.js";

const account = { provider: "wavespeed", account: "studio", apiKey: "env:WAVESPEED_API_KEY" };
const parse = (config: object) => parseConfig(JSON.stringify(config), "spendbook.config.json");

test("a configuration of all providers is taken as it stands", () => {
  const config = {
    timezone: "Asia/Kolkata",
    accounts: [
      { provider: "prime-intellect", account: "research", apiKey: "env:PRIME_API_KEY", teamId: "team_1" },
      { provider: "neevcloud", account: "acme", apiKey: "file:neev.key", orgId: "org_1" },
      { provider: "flexprice", account: "acme", apiKey: "env:FLEXPRICE_API_KEY", walletIds: ["wallet_1"] },
      { ...account, baseUrl: "https://api.wavespeed.ai" },
      { provider: "runpod", account: "lab", apiKey: "env:RUNPOD_API_KEY" },
    ],
  };
  expect(parse(config)).toEqual(config);
});

test("the time zone is UTC unless another is named", () => {
  expect(parse({ accounts: [account] }).timezone).toBe("UTC");
});

test("CSV is divided as configured, and what is left out is a comma and a point", () => {
  const csvOf = (csv: object) => parse({ accounts: [account], csv }).csv;
  expect(csvOf({ delimiter: ";", decimal: "," })).toEqual({ delimiter: ";", decimal: "," });
  expect(csvOf({ delimiter: "\t" })).toEqual({ delimiter: "\t", decimal: "." });
});

test.each([
  [{}, /accounts: /],
  [{ accounts: [] }, /accounts: /],
  [{ accounts: [{ ...account, provider: "openai" }] }, /accounts\[0\]\.provider: /],
  [
    { accounts: [account, { ...account, account: "other", apiKey: "sk-live-123" }] },
    /accounts\[1\]\.apiKey: expected a reference/,
  ],
  [{ accounts: [{ ...account, apikey: "env:X" }] }, /accounts\[0\]: .*apikey/],
  [{ accounts: [{ ...account, provider: "neevcloud" }] }, /accounts\[0\]\.orgId: /],
  [{ accounts: [{ ...account, baseUrl: "not a url" }] }, /accounts\[0\]\.baseUrl: /],
  [{ accounts: [{ ...account, account: "a/b" }] }, /accounts\[0\]\.account: expected a name without/],
  [{ accounts: [account, account] }, /accounts\[1\]\.account: expected another name than "studio"/],
  [{ accounts: [account], zone: "UTC" }, /zone/],
  [{ accounts: [account], csv: { delimiter: "|" } }, /csv\.delimiter: /],
  [
    { accounts: [account], csv: { decimal: "," } },
    /csv\.delimiter: decimal commas need another delimiter, such as ";"/,
  ],
])("%j is refused with the place and what was expected", (config, message) => {
  expect(() => parse(config)).toThrow(
    expect.objectContaining({ code: "invalid_config", message: expect.stringMatching(message) }),
  );
});

test("a literal key is refused without being repeated", () => {
  expect(() => parse({ accounts: [{ ...account, apiKey: "sk-live-123" }] })).not.toThrow(/sk-live-123/);
});

test("text that is not JSON is refused", () => {
  expect(() => parseConfig("{", "mine.json")).toThrow(/mine\.json: expected JSON/);
});
