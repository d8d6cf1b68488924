import { type ChartOfAccounts, defaultChartOfAccounts } from "@spendbook/normalizer";
import { z } from "zod";

const name = z.string().trim().min(1).max(200);
const pattern = name.describe("An exact text; * stands for any characters");
const patternOrNull = pattern.nullable().describe("An exact text; * stands for any characters; null: not stated");
const kinds = ["usage", "refund", "top-up", "grant", "expiry", "fee", "adjustment", "unclassified"] as const;

const rule = z.strictObject({
  match: z
    .strictObject({
      provider: pattern.optional(),
      account: pattern.optional(),
      wallet: pattern.optional(),
      kind: z.enum(kinds).optional().describe("A correction counts as what it corrects"),
      service: patternOrNull.optional(),
      resource: patternOrNull.optional(),
      keyName: patternOrNull.optional().describe("The name of the API key, where the provider states it"),
    })
    .describe("All of these must hold; an empty one matches every line"),
  assign: z.strictObject({
    code: name.optional().describe("The general ledger account that bears the expense"),
    costCentre: name.optional(),
    taxTreatment: name.optional().describe("In the words of the accounting program"),
    vendor: name.optional(),
  }),
});

const chart = z.strictObject(
  Object.fromEntries(
    Object.entries(defaultChartOfAccounts).map(([account, value]) => [
      account,
      name.optional().describe(`Instead of ${value}`),
    ]),
  ) as Record<keyof ChartOfAccounts, z.ZodOptional<z.ZodString>>,
);

/** What a mapping file may hold. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  functional: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/, "expected an ISO 4217 code such as EUR"),
      policy: z.enum(["first-in-first-out", "month-average"]),
    })
    .optional()
    .describe("The currency the books are kept in; needs a rate file"),
  chart: chart.optional().describe("The accounts that journals post to"),
  rules: z.array(rule).describe("The first that matches a line decides"),
});
