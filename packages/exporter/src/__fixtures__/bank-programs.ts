import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { decimalText, money, sum } from "@spendbook/normalizer";

/** What a program read from a file: transactions with their ids, and the balances that the file states. */
export interface BankReading {
  readonly amounts: Readonly<Record<string, string>>;
  readonly opening: string | null;
  readonly closing: string | null;
}

/** The programs that read bank files. They check no balance themselves, so what they read is to be summed. */
export const bankPrograms = [
  { program: "ofxdump", format: "ofx", read: byOfxdump },
  { program: "aqbanking", format: "ofx", read: (text: string) => byAqbanking("ofx", "default", text) },
  { program: "aqbanking", format: "camt053", read: (text: string) => byAqbanking("xml", "camt_053_001_04", text) },
] as const;

/** Whether an opening and what was read sum to a closing balance, exactly. */
export function ties(amounts: Readonly<Record<string, string>>, opening: string, closing: string): boolean {
  const all = [opening, ...Object.values(amounts)].map((amount) => money(amount, "USD"));
  return sum<string>(all, "USD").amount.eq(closing);
}

async function inHome<T>(
  text: string,
  read: (run: (program: string, ...args: string[]) => Promise<string>, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bank-"));
  const env = { ...process.env, HOME: folder, TZ: "UTC" };
  const options = { env, cwd: folder, maxBuffer: 2 ** 26 };
  try {
    await writeFile(join(folder, "file.ofx"), text);
    return await read(async (program, ...args) => (await promisify(execFile)(program, args, options)).stdout, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function byOfxdump(text: string): Promise<BankReading> {
  const dump = await inHome(text, (run) => run("ofxdump", "file.ofx"));
  const found = (block: string, name: string) => new RegExp(`${name}: (.*)`).exec(block)?.[1]?.trim() ?? "";
  const transactions = dump.split("ofx_proc_transaction():").slice(1);
  return {
    amounts: Object.fromEntries(
      transactions.map((block) => [
        found(block, "Financial institution's ID for this transaction"),
        found(block, "Total money amount"),
      ]),
    ),
    opening: null,
    closing: found(dump, "Ledger balance"),
  };
}

async function byAqbanking(importer: "ofx" | "xml", profile: string, text: string): Promise<BankReading> {
  const options = [`--importer=${importer}`, `--profile=${profile}`, "-f", "file.ofx", "-c", "context"];
  const encoded = await inHome(text, async (run, folder) => {
    await run("aqbanking-cli", "-D", join(folder, "settings"), "import", ...options);
    return readFile(join(folder, "context"), "utf8");
  });
  const context = decodeURIComponent(encoded);
  const [balances = "", transactions = ""] = context.split("transactionList {");
  const values = [...balances.matchAll(/value="([^"]+)"\s+char type="(\w+)"/g)];
  const ofType = (type: string) => {
    const [value] = values.filter(([, , found]) => found === type).map(([, fraction = ""]) => decimalOf(fraction));
    return value ?? null;
  };
  const blocks = transactions.split("} #transaction\n").filter((block) => block.includes("value="));
  const id = /char (?:fiId|endToEndReference)="([^"]+)"/;
  return {
    amounts: Object.fromEntries(
      blocks.map((block) => [id.exec(block)?.[1], decimalOf(/char value="([^"]+)"/.exec(block)?.[1] ?? "")]),
    ),
    opening: ofType("unknown"),
    closing: ofType("booked"),
  };
}

/** `-12345/100:USD` as a decimal; denominators are powers of ten. */
function decimalOf(fraction: string): string {
  const [, sign = "", digits = "", power = "1"] = /^(-?)(\d+)\/(10*):/.exec(fraction) ?? [];
  if (digits === "") throw new Error(`${fraction} is no decimal fraction`);
  return decimalText(money(`${sign}${digits}`, "USD").amount.times(`1e-${power.length - 1}`));
}
