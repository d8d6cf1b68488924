import { describe, expect, it } from "vitest";
import { balanceOf, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { history, october, onlyWallet } from "./__fixtures__/october.js";
import { createStatement } from "./create-statement.js";
import { NormalizationError } from "./normalization-error.js";

describe("what failed", () => {
  it("makes an account partial and warns, without touching the others", () => {
    const failed = evidenceOf({
      account: "down",
      complete: false,
      failure: "the provider answered 503.",
      collectedAt: null,
      balances: [balanceOf("5", { account: "down" })],
    });
    const statement = october(history, [failed, evidenceOf({ balances: [balanceOf("149.45")] })]);
    expect(statement.wallets.map((wallet) => [wallet.account, wallet.completeness, wallet.verdict])).toEqual([
      ["acme", "full-ledger", "proved"],
      ["down", "partial", "unproved"],
    ]);
    expect(statement.wallets[1]).toMatchObject({
      usage: null,
      topUps: null,
      spend: null,
      opening: null,
      closing: null,
    });
    expect(statement.warnings).toEqual([
      {
        code: "account_incomplete",
        account: "neevcloud/down",
        message: "neevcloud/down: the provider answered 503. The figures may lack records.",
      },
    ]);
  });

  it("does not let an empty ledger prove an empty balance after a failed collection", () => {
    const failed = evidenceOf({ complete: false, balances: [balanceOf("0")] });
    expect(onlyWallet(october([], [failed]))).toMatchObject({
      completeness: "partial",
      verdict: "unproved",
      usage: null,
    });
  });

  it("lets records that sum to the balance prove the month all the same", () => {
    const failed = evidenceOf({ complete: false, failure: "timed out.", balances: [balanceOf("149.45")] });
    expect(onlyWallet(october(history, [failed]))).toMatchObject({
      completeness: "partial",
      verdict: "proved",
      closing: "151.45",
    });
  });

  it("never proves a wallet whose money in is not listed", () => {
    const failed = evidenceOf({
      provider: "prime-intellect",
      complete: false,
      balances: [balanceOf("0", { provider: "prime-intellect" })],
    });
    expect(onlyWallet(october([], [failed]))).toMatchObject({
      completeness: "partial",
      verdict: "unproved",
      spend: null,
    });
  });

  it("names a refused record, whether its wallet's other records came before or after", () => {
    const error = new NormalizationError({
      code: "missing_field",
      path: "$.amount",
      recordId: "neevcloud/acme/t1",
      problem: "no",
    });
    const place = { provider: "neevcloud", account: "acme", wallet: "w" } as const;
    for (const refusesFirst of [true, false]) {
      const accounts = [evidenceOf({ balances: [balanceOf("1")] })];
      const statement = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts });
      if (refusesFirst) statement.refuse(error, place);
      for (const entry of history) statement.add(entry);
      if (!refusesFirst) statement.refuse(error, place);
      const result = statement.finish();
      expect(onlyWallet(result)).toMatchObject({
        completeness: "partial",
        verdict: "unproved",
        opening: null,
        usage: "-1.05",
      });
      expect(result.warnings).toEqual([{ code: "record_refused", account: "neevcloud/acme", message: error.message }]);
    }
  });

  it("counts refusals beyond the first ten, and shows a wallet of which every record was refused", () => {
    const statement = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidenceOf()] });
    for (let count = 1; count <= 12; count += 1) {
      const recordId = `neevcloud/acme/t${count}`;
      const error = new NormalizationError({ code: "wrong_type", path: "$", recordId, problem: "no" });
      statement.refuse(error, { provider: "neevcloud", account: "acme", wallet: "w" });
    }
    const { warnings, wallets } = statement.finish();
    expect(warnings).toHaveLength(11);
    expect(warnings.at(-1)?.message).toBe("neevcloud/acme: further records refused: 2.");
    expect(wallets).toEqual([expect.objectContaining({ wallet: "w", currency: "USD", completeness: "partial" })]);
  });

  it("warns of records whose account was never collected", () => {
    const statement = october(history, []);
    expect(onlyWallet(statement).completeness).toBe("partial");
    expect(statement.warnings).toEqual([
      expect.objectContaining({ code: "account_unknown", account: "neevcloud/acme" }),
    ]);
    expect(statement.asOf).toBeNull();
  });
});
