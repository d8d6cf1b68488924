import type { Writable } from "node:stream";
import { monthPeriod } from "@spendbook/normalizer";
import { writeCsv } from "../csv/write-csv.js";
import { expandItems } from "../expand-items.js";
import type { ExportFormat, ExportInput } from "../export-format.js";
import type { ChargeSource } from "./charge-source.js";
import { chargesOf } from "./charges-of.js";
import { customColumns } from "./custom-columns.js";
import { focusColumns } from "./focus-columns.js";
import { createFocusRow } from "./focus-row.js";
import type { FocusVersion } from "./focus-version.js";
import { unexplainedSources } from "./unexplained-sources.js";

/** A cost and usage file of a version of FOCUS: `focus-<version>-<month>.csv`. */
export function focusFormat(version: FocusVersion): ExportFormat {
  return (input) => [
    {
      name: `focus-${version}-${input.statement.month}.csv`,
      write: (output) => writeFocus(input, output, version),
    },
  ];
}

/**
 * Writes a statement as a FOCUS cost and usage file: UTF-8, LF, a header, an empty cell for null. Costs are positive for
 * what is paid or consumed, with every digit, in each row's BillingCurrency; currencies must not be summed together. Σ
 * BilledCost is what was paid in; Σ EffectiveCost is what was consumed of it. Reads the lines once. Ends the output and
 * resolves once it took everything; an error of the lines or of the output destroys the output and is thrown.
 */
export function writeFocus(
  input: Pick<ExportInput, "statement" | "lines">,
  output: Writable,
  version: FocusVersion,
): Promise<void> {
  const columns = [...focusColumns.filter(({ only = version }) => only === version), ...customColumns];
  return writeCsv(columns, focusRows(input), output, { dialect: "machine" });
}

function focusRows({ statement, lines }: Pick<ExportInput, "statement" | "lines">) {
  const billingPeriod = monthPeriod(statement.month, statement.timezone);
  const complete = createFocusRow(statement, billingPeriod);
  const rowsOf = (source: ChargeSource) => chargesOf(source).map(complete);
  return expandItems(lines(), rowsOf, unexplainedSources(statement, billingPeriod).flatMap(rowsOf));
}
