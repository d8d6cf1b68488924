import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { writeWorkbook } from "../../dist/index.js";

// Prints the SHA-256 of a small workbook; the test runs it in several time zones.
const wallet = { provider: "wavespeed", account: "studio", wallet: "default", currency: "USD", notes: [], lines: 0 };
const statement = {
  month: "2026-10",
  timezone: "UTC",
  basis: "posted",
  asOf: "2026-11-01T00:00:00Z",
  wallets: [{ ...wallet, completeness: "partial", verdict: "unproved", opening: null, closing: "1.5" }],
  totals: [],
  byService: [],
  byDay: [{ date: "2026-10-01", provider: "wavespeed", account: "studio", currency: "USD", spend: "1", lines: 1 }],
  warnings: [],
};
const output = new PassThrough();
const [bytes] = await Promise.all([buffer(output), writeWorkbook({ statement, lines: [] }, output)]);
process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
