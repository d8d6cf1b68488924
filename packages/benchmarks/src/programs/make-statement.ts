import { writeFileSync } from "node:fs";
import process from "node:process";
import { createStatement } from "@spendbook/normalizer";
import { linesOf } from "../lines/line-at.js";
import { month } from "../workloads/month.js";

// make-statement.js RECORDS FILE: folds the lines into their statement, and keeps it as JSON for what writes both.
const [records, file = ""] = process.argv.slice(2);
const account = { complete: true, failure: null, collectedAt: "2025-11-02T00:00:00.000Z", balances: [], moneyIn: true };
const builder = createStatement({
  month,
  timezone: "UTC",
  basis: "posted",
  accounts: [{ provider: "wavespeed", account: "measured", ...account }],
});
for (const line of linesOf(Number(records))) builder.add(line);
writeFileSync(file, JSON.stringify(builder.finish()));
