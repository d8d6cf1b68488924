import { decimalText, money, type StatementLine } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { inputOf, lineOf, walletOf } from "../__fixtures__/journal.js";
import { rollUpMovements } from "./roll-up-movements.js";

const briefly = async (lines: readonly StatementLine[], wallet: Parameters<typeof walletOf>[0] = {}) => {
  const { movements, unsigned } = await rollUpMovements(inputOf(lines, [walletOf(wallet)]));
  const texts = movements.map(
    ({ date, kind, service, amount, records }) => `${date} ${kind} ${service} ${decimalText(amount)} ×${records}`,
  );
  return { texts, unsigned };
};

test("lines that the books treat alike are one movement with their exact sum; days, kinds and services are kept apart", async () => {
  const { texts } = await briefly([
    lineOf("usage", "-0.000001", { service: "gpu" }),
    lineOf("usage", "-12.3", { service: "gpu" }),
    lineOf("usage", "-1", { service: "cpu" }),
    lineOf("refund", "0.5", { service: "gpu" }),
    lineOf("usage", "-2", { service: "gpu", date: "2026-10-03" }),
  ]);
  expect(texts).toEqual([
    "2026-10-03 usage gpu -2 ×1",
    "2026-10-05 refund gpu 0.5 ×1",
    "2026-10-05 usage cpu -1 ×1",
    "2026-10-05 usage gpu -12.300001 ×2",
  ]);
});

test("what the mapping assigned keeps lines apart", async () => {
  const coding = { code: "6310", costCentre: null, taxTreatment: null, vendor: null, rule: 1, functional: null };
  const { movements } = await rollUpMovements(
    inputOf(
      [
        lineOf("usage", "-1", { coding }),
        lineOf("usage", "-2", { coding: { ...coding, costCentre: "research" } }),
        lineOf("usage", "-3", { coding: { ...coding, rule: 2 } }),
      ],
      [],
    ),
  );
  expect(movements.map(({ costCentre, amount }) => [costCentre, decimalText(amount)])).toEqual([
    [null, "-4"],
    ["research", "-2"],
  ]);
});

test("functional amounts are summed, and unknown where one of them is", async () => {
  const functional = (amount: string | null, currency = "EUR") => ({
    coding: {
      ...{ code: null, costCentre: null, taxTreatment: null, vendor: null, rule: null },
      functional: { amount, currency, rate: null, source: null },
    },
  });
  const sumOf = async (...lines: StatementLine[]) =>
    (await rollUpMovements(inputOf(lines, []))).movements[0]?.functional;
  const first = lineOf("usage", "-1", functional("-0.91"));
  expect(await sumOf(first, lineOf("usage", "-2", functional("-1.8")))).toEqual(money("-2.71", "EUR"));
  expect(await sumOf(first, lineOf("usage", "-2", functional(null)), first)).toBeNull();
  expect(await sumOf(first, lineOf("usage", "-2", functional("-3", "GBP")), first)).toBeNull();
});

test("money in that only balances show, and what is unexplained, stand on the last day", async () => {
  const { texts } = await briefly([lineOf("top-up", "5")], { topUps: "105", unexplained: "-0.25" });
  expect(texts).toEqual([
    "2026-10-05 top-up null 5 ×1",
    "2026-10-31 top-up null 100 ×0",
    "2026-10-31 unexplained null -0.25 ×0",
  ]);
});

test("lines that are not the statement's are refused, by the wallet and both figures", async () => {
  await expect(briefly([lineOf("usage", "-5")], { usage: "-5.000001" })).rejects.toThrow(
    expect.objectContaining({
      code: "lines_differ",
      message: expect.stringMatching(/neevcloud\/acme, wallet org_1.* -5 USD .* -5\.000001/),
    }),
  );
});

test("what two known balances leave is unexplained, where the statement is silent about it", async () => {
  const { texts } = await briefly([lineOf("usage", "-5")], { opening: "100", closing: "94.999", unexplained: null });
  expect(texts).toEqual(["2026-10-05 usage null -5 ×1", "2026-10-31 unexplained null -0.001 ×0"]);
});

test("lines that do not lead from the opening to the closing are refused", async () => {
  const wallet = { opening: "100", closing: "94.999", unexplained: "0" };
  await expect(briefly([lineOf("usage", "-5")], wallet)).rejects.toThrow(/the lines leave -0\.001 USD/);
});

test("a line of unknown direction is counted and in no sum", async () => {
  const { texts, unsigned } = await briefly([
    lineOf("unclassified", "1", { amount: null, unsignedAmount: money("3", "USD") }),
    lineOf("unclassified", "1"),
  ]);
  expect(texts).toEqual(["2026-10-05 unclassified null 1 ×1"]);
  expect(unsigned).toBe(1);
});

test("the order of the lines changes nothing", async () => {
  const lines = ["gpu", "cpu", null, "gpu"].map((service, index) => lineOf("usage", `-${index + 1}`, { service }));
  expect(await briefly(lines.toReversed())).toEqual(await briefly(lines));
});
