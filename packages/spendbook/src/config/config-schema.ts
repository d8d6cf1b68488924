import { z } from "zod";

const secret = z
  .string()
  .regex(/^(env|file):.+/s, "expected a reference, env:NAME or file:PATH; a literal key does not belong in a file")
  .describe("Where the key is: env:NAME for an environment variable, file:PATH for a file");

const common = {
  account: z
    .string()
    .regex(/^[^\p{Cc}/]+$/u, "expected a name without / and control characters")
    .describe("Your name for the account; it stands on the statement"),
  apiKey: secret,
  baseUrl: z.url().optional().describe("Another address of the same API"),
  maxRequestsPerSecond: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .describe("The account's rate limit; 20 if not given"),
};

const accountSchema = z.discriminatedUnion("provider", [
  z.strictObject({
    provider: z.literal("prime-intellect"),
    ...common,
    teamId: z
      .string()
      .min(1)
      .optional()
      .describe("The team whose wallet is read; without it, the key's personal wallet"),
  }),
  z.strictObject({
    provider: z.literal("neevcloud"),
    ...common,
    orgId: z.string().min(1).describe("The organization"),
  }),
  z.strictObject({
    provider: z.literal("flexprice"),
    ...common,
    walletIds: z.array(z.string().min(1)).min(1).describe("The wallets"),
  }),
  z.strictObject({ provider: z.literal("wavespeed"), ...common }),
  z.strictObject({ provider: z.literal("runpod"), ...common }),
]);

const csv = z
  .strictObject({
    delimiter: z.enum([",", ";", "\t"]).default(",").describe("What divides the cells"),
    decimal: z.enum([".", ","]).default(".").describe("What stands before the decimals"),
  })
  .refine(({ delimiter, decimal }) => delimiter !== decimal, {
    path: ["delimiter"],
    error: 'decimal commas need another delimiter, such as ";"',
  })
  .describe("How the CSV files for people are divided; imports keep to what their programs take");

/** What `spendbook.config.json` may hold. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  timezone: z.string().min(1).default("UTC").describe("The IANA time zone in which a month begins and ends"),
  mapping: z.string().min(1).optional().describe("The file that maps lines to the books"),
  rates: z.string().min(1).optional().describe("The rate file: CSV with the columns date, pair, rate, source"),
  csv: csv.optional(),
  accounts: z.array(accountSchema).min(1),
});

export type AccountConfig = z.output<typeof accountSchema>;
export type Config = Pick<z.output<typeof configSchema>, "timezone" | "mapping" | "rates" | "csv" | "accounts">;
