import { parseMonth } from "@spendbook/normalizer";
import { activeOf } from "../build/closed-months.js";
import type { Io } from "../io.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode, UsageError } from "../spendbook-error.js";
import { withBooks } from "./open-books.js";

/** Opens the newest closed month again; its closing stays on record, with the words. */
export async function reopen(invocation: Invocation, io: Io, _progress: Progress): Promise<ExitCode> {
  const month = parseMonth(invocation.argument ?? "");
  const { reason = "" } = invocation;
  return withBooks(invocation, io, async ({ ledger }) => {
    const newest = activeOf(await ledger.closings()).at(-1)?.month;
    if (newest === undefined) throw new UsageError("no month is closed; there is nothing to reopen");
    if (newest !== month)
      throw new UsageError(
        `only the newest closed month can be reopened, which is ${newest}${month < newest ? "; reopen that first" : ""}`,
      );
    await ledger.reopenMonth({ month, reason });
    if (invocation.json) io.stdout.write(`${JSON.stringify({ month, reopened: true, reason }, null, 2)}\n`);
    else if (!invocation.quiet)
      io.stdout.write(`${month} is open again; its closing stays on record. Close it: spendbook close ${month}\n`);
    return exitCode.complete;
  });
}
