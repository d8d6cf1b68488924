import { decimalText } from "@spendbook/normalizer";
import type { Column } from "../../column.js";
import { writeCsv } from "../../csv/write-csv.js";
import type { ExportFile, ExportInput } from "../../export-format.js";
import type { WalletKey } from "../movement.js";

/** What an import cannot take, so that nothing is lost without a word. */
export interface LeftOut extends WalletKey {
  readonly reason: string;
  readonly date: string;
  readonly kind: string;
  /** With the wallet's sign; `±` where the direction is not known. */
  readonly amount: string | null;
  /** The entry of the import, or the record. */
  readonly reference: string;
  readonly text: string;
}

const columns: readonly Column<LeftOut>[] = [
  { name: "reason", type: "text", value: ({ reason }) => reason },
  { name: "date", type: "date", value: ({ date }) => date },
  { name: "provider", type: "text", value: ({ provider }) => provider },
  { name: "account", type: "text", value: ({ account }) => account },
  { name: "wallet", type: "text", value: ({ wallet }) => wallet },
  { name: "kind", type: "text", value: ({ kind }) => kind },
  { name: "amount", type: "decimal", value: ({ amount }) => amount },
  { name: "currency", type: "text", value: ({ currency }) => currency },
  { name: "reference", type: "text", value: ({ reference }) => reference },
  { name: "text", type: "text", value: ({ text }) => text },
];

/** A file for people, of what is not in the import; none where everything is. */
export function* leftOutFile(
  name: string,
  leftOut: readonly LeftOut[],
  unsigned: number,
  input: ExportInput,
): Generator<ExportFile> {
  if (leftOut.length === 0 && unsigned === 0) return;
  yield {
    name: `${name}-left-out.csv`,
    write: (output) => writeCsv(columns, rows(leftOut, unsigned, input), output, {}),
  };
}

async function* rows(leftOut: readonly LeftOut[], unsigned: number, { lines }: ExportInput): AsyncGenerator<LeftOut> {
  yield* leftOut;
  if (unsigned === 0) return;
  for await (const line of lines()) {
    if (line.amount !== null) continue;
    const { date, provider, account, wallet, kind, currency, id, description, unsignedAmount } = line;
    const amount = unsignedAmount === null ? null : `±${decimalText(unsignedAmount)}`;
    const reason = "it is not known whether this went in or out";
    yield { reason, date, provider, account, wallet, kind, amount, currency, reference: id, text: description };
  }
}
