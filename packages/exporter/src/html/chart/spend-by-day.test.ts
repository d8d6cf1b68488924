import { expect, test } from "vitest";
import { spendByDay } from "./spend-by-day.js";

const day = { date: "2026-10-01", provider: "wavespeed", account: "studio", currency: "USD", lines: 1 } as const;

test("accounts of a provider are added up exactly, and currencies never are", () => {
  const spending = spendByDay([
    { ...day, spend: "0.1" },
    { ...day, account: "lab", spend: "0.2" },
    { ...day, provider: "flexprice", spend: "1" },
    { ...day, currency: "EUR", spend: "1000000000000000000000.000001" },
  ]);
  expect(spending.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
  const [euro, dollar] = spending;
  expect(euro?.providers).toEqual(["wavespeed"]);
  expect(euro?.spendOf("2026-10-01", "wavespeed")).toBe("1000000000000000000000.000001");
  expect(dollar?.providers).toEqual(["flexprice", "wavespeed"]);
  expect(dollar?.spendOf("2026-10-01", "wavespeed")).toBe("0.3");
  expect(dollar?.spendOf("2026-10-02", "wavespeed")).toBeNull();
});
