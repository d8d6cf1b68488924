import type { Io } from "../io.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode, UsageError } from "../spendbook-error.js";
import { findRecords, findSimilar } from "../trace/find-record.js";
import { formatInferred, formatTrace } from "../trace/format-trace.js";
import { traceInferred } from "../trace/trace-inferred.js";
import { traceRecord } from "../trace/trace-record.js";
import { withBooks } from "./open-books.js";

const similarShown = 5;

/** Prints a line's way back to the provider's record, the run that brought it, and the statement that has it. */
export async function trace(invocation: Invocation, io: Io, _progress: Progress): Promise<ExitCode> {
  const id = invocation.argument ?? "";
  return withBooks(invocation, io, ({ ledger, timezone, basis }) =>
    ledger.read(async (view) => {
      const inferred = await traceInferred(view, id);
      const records = [];
      for (const record of inferred.length > 0 ? [] : await findRecords(view, id))
        records.push(await traceRecord(view, record, { timezone, basis }));
      if (records.length + inferred.length === 0) {
        const similar = await findSimilar(view, id, similarShown);
        const hint = similar.length > 0 ? `; there are ${similar.join(", ")}` : "";
        throw new UsageError(`the ledger has no record ${id}${hint}`.replace(/\p{C}/gu, " "));
      }
      if (invocation.json) io.stdout.write(`${JSON.stringify({ records, inferred }, null, 2)}\n`);
      else if (!invocation.quiet)
        io.stdout.write([...records.map(formatTrace), ...inferred.map(formatInferred)].join("\n"));
      return exitCode.complete;
    }),
  );
}
