import { createHash } from "node:crypto";
import type { Evidence, Statement } from "@spendbook/normalizer";
import type { AccountName } from "../build/account-name.js";
import type { BuiltStatement } from "../build/build-statement.js";
import { type RecordsRoot, rootOf } from "../build/records-digest.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { version } from "../version.js";
import type { WrittenFile } from "./directory-writer.js";
import type { FilePolicy } from "./formats.js";

/** What the statement of a wallet rests on. */
interface WalletEvidence {
  readonly provider: string;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly completeness: string;
  readonly verdict: string;
  /** The account's newest run that is read, and when it ended if it read everything. */
  readonly run: number;
  readonly collectedAt: string | null;
  readonly opening: Evidence | null;
  readonly closing: Evidence | null;
}

/** What `manifest.json` says of the files beside it, enough to make every one of them again from the ledger. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly spendbook: string;
  readonly statement: Pick<Statement, "month" | "timezone" | "basis" | "asOf" | "status" | "numbers" | "notice"> & {
    readonly sha256: string;
  };
  /** The plan that the statement was built by: accounts with their runs and cuts, the mapping and rates, warnings. */
  readonly policy: StatementPlan & FilePolicy;
  readonly records: { readonly root: string; readonly accounts: readonly RecordsRoot[] };
  readonly evidence: readonly WalletEvidence[];
  readonly files: readonly WrittenFile[];
}

export function manifestOf(
  plan: StatementPlan,
  { statement, sha256, evidence, records }: BuiltStatement,
  { formats, csv }: FilePolicy,
  files: readonly WrittenFile[],
): Manifest {
  const { month, timezone, basis, asOf, status, numbers, notice, wallets } = statement;
  return {
    schemaVersion: 1,
    spendbook: version(),
    statement: { month, timezone, basis, asOf, status, numbers, notice, sha256 },
    policy: { ...plan, formats, csv },
    records: { root: rootOf(records), accounts: records },
    evidence: wallets.map(({ openingEvidence: opening, closingEvidence: closing, ...wallet }) => {
      const { provider, account, currency, completeness, verdict } = wallet;
      const isOwn = (each: AccountName) => each.provider === provider && each.account === account;
      const run = plan.accounts.find(isOwn)?.run ?? 0;
      const collectedAt = evidence.find(isOwn)?.collectedAt ?? null;
      const name = { provider, account, wallet: wallet.wallet, currency };
      return { ...name, completeness, verdict, run, collectedAt, opening, closing };
    }),
    files,
  };
}

/**
 * The manifest's text. Its last member, `sha256`, is the SHA-256 of the same text without that member: of
 * `JSON.stringify(manifest, null, 2)` and a line end.
 */
export function manifestText(manifest: Manifest): string {
  const sha256 = createHash("sha256").update(print(manifest)).digest("hex");
  return print({ ...manifest, sha256 });
}

/** The manifest of a file whose text is what `manifestText` gives for it; null where a byte of it was changed. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    // Decoding that lets a mark or a broken character pass would let its bytes be changed.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const { sha256: _, ...manifest } = JSON.parse(text) as Manifest & { sha256: string };
    return manifestText(manifest) === text ? manifest : null;
  } catch {
    return null;
  }
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
