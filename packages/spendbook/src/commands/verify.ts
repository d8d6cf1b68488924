import { resolve } from "node:path";
import { openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import type { Io } from "../io.js";
import { ledgerLocation } from "../ledger-location.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode } from "../spendbook-error.js";
import { verifyStatement } from "../verify/verify-statement.js";

/** Checks a written statement against its manifest and the ledger; the first thing that differs ends it. */
export async function verify(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const directory = resolve(io.directory, invocation.argument ?? "");
  const ledger = await openLedger<ProviderId>(ledgerLocation(invocation.ledger, io.directory), { clock: io.now });
  try {
    progress.show("Verifying");
    const { manifest, records, reopenedAt } = await ledger.read((view) => verifyStatement(view, directory, io.signal));
    progress.stop();
    const { month, status, sha256 } = manifest.statement;
    const files = manifest.files.length;
    const result = { month, status, verified: true, files, records, statementSha256: sha256, reopenedAt };
    if (invocation.json) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else if (!invocation.quiet)
      io.stdout.write(
        `${month} (${status}) is verified: ${files} files and ${records.toLocaleString("en")} states of records are what was written\n${
          reopenedAt === null ? "" : `The month was reopened at ${reopenedAt}; this is the statement of before.\n`
        }`,
      );
    return exitCode.complete;
  } finally {
    progress.stop();
    await ledger.close();
  }
}
