import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { decimalText, money, sum } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";

const run = promisify(execFile);

/** The sum of each account and currency, as `account currency` and exact decimal text; accounts at nothing are left out. */
export type AccountSums = Readonly<Record<string, string>>;

/** A program that reads journals, by the name of the format it reads. */
export interface JournalProgram {
  readonly format: "hledger" | "ledger" | "beancount";
  readonly extension: string;
  /** The text of a file that reads others. */
  readonly including: (names: readonly string[]) => string;
  /** Reads a file, checks all that it asserts, and sums its postings. Throws what the program complains of. */
  readonly sums: (file: string) => Promise<AccountSums>;
}

export const journalPrograms: readonly JournalProgram[] = [
  {
    format: "hledger",
    extension: "journal",
    including: (names) => names.map((name) => `include ${name}\n`).join(""),
    sums: async (file) => {
      await run("hledger", ["-f", file, "check", "--strict"]);
      const { stdout } = await run("hledger", ["-f", file, "register", "-O", "csv"], { maxBuffer: 2 ** 28 });
      const rows = parse(stdout, { columns: true }) as { account: string; amount: string }[];
      return sumsOf(rows.map(({ account, amount }) => [account, ...twoOf(amount)]));
    },
  },
  {
    format: "ledger",
    extension: "ledger",
    including: (names) => names.map((name) => `include ${name}\n`).join(""),
    sums: async (file) => {
      const format = "%(account)\t%(quantity(amount))\t%(commodity(amount))\n";
      const { stdout, stderr } = await run("ledger", ["-f", file, "--strict", "register", "--format", format], {
        maxBuffer: 2 ** 28,
      });
      // The further parts of a name of more than 900 characters have tags that no file can declare beforehand.
      const complaints = stderr
        .split("\n")
        .filter((each) => each !== "" && !/Unknown metadata tag '[a-z-]+-\d+'$/.test(each));
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
      return sumsOf(linesOf(stdout));
    },
  },
  {
    format: "beancount",
    extension: "beancount",
    including: (names) =>
      `plugin "beancount.plugins.auto_accounts"\n${names.map((name) => `include "${name}"\n`).join("")}`,
    sums: async (file) => {
      await run("bean-check", [file], { maxBuffer: 2 ** 28 });
      // As text, for it rounds the numbers that it prints.
      const query = "SELECT account, str(number) AS number, currency";
      const { stdout } = await run("bean-query", ["-q", "-f", "csv", file, query], { maxBuffer: 2 ** 28 });
      const rows = parse(stdout, { columns: true, trim: true }) as Record<"account" | "number" | "currency", string>[];
      return sumsOf(
        rows.map(({ account, number, currency }) => [account, number.slice("Decimal('".length, -2), currency]),
      );
    },
  },
];

function linesOf(output: string): (readonly [string, string, string])[] {
  const lines = output.split("\n").filter((line) => line !== "");
  return lines.map((line) => line.split("\t") as [string, string, string]);
}

function twoOf(amount: string): [string, string] {
  const [number = "", currency = "XXX"] = amount.split(" ");
  return [number, currency];
}

function sumsOf(postings: readonly (readonly [string, string, string])[]): AccountSums {
  const amounts = new Map<string, string[]>();
  for (const [account, number, currency] of postings) {
    if (/^-?0*\.?0*$/.test(number)) continue;
    const key = `${account} ${currency}`;
    amounts.set(key, [...(amounts.get(key) ?? []), number]);
  }
  const sums = [...amounts].map(([key, numbers]) => {
    const currency = key.slice(-3);
    return [
      key,
      decimalText(
        sum(
          numbers.map((number) => money(number, currency)),
          currency,
        ),
      ),
    ] as const;
  });
  return Object.fromEntries(sums.filter(([, total]) => total !== "0"));
}

/** Writes files into a folder of their own, and has them read from there. */
export async function inFolder<T>(
  files: Iterable<readonly [string, string]>,
  read: (path: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "journal-"));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    return await read((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
