import type { Statement } from "@spendbook/normalizer";
import { revisionText } from "./revision-text.js";
import type { TableSheet } from "./table-sheet.js";

/** A warning, a wallet's note, an account's statement number, or how to read the workbook. */
export interface NoteRow {
  readonly kind: "Warning" | "Note" | "Number" | "Reading";
  readonly place: string | null;
  readonly code: string | null;
  readonly text: string;
}

export const notes: TableSheet<NoteRow & { readonly currency?: never }> = {
  name: "Notes",
  columns: [
    { header: "Kind", width: 12, type: "text", value: (row) => row.kind },
    { header: "About", width: 44, type: "text", value: (row) => row.place },
    { header: "Code", width: 28, type: "text", value: (row) => row.code },
    { header: "Text", width: 110, type: "wrapped", value: (row) => row.text },
  ],
};

const bases: Readonly<Record<Statement["basis"], string>> = {
  posted: "Basis posted: an entry counts in the month in which the provider booked it.",
  incurred: "Basis incurred: an entry counts in the month in which its charge period starts.",
};

/** Every warning, note and statement number, then how to read the sheets; `isLive` where the roll-forward sums the transactions. */
export function noteRows(
  { warnings, wallets, numbers, basis, byCoding }: Statement,
  isLive: boolean,
): readonly NoteRow[] {
  const reading = [
    bases[basis],
    "Amounts have the wallet's sign: into the wallet +, out of it −. Spend is printed positive: −(usage + refunds).",
    "Not known is not nought: where a figure is not known its cell says so or is empty.",
    "Currencies are never summed together.",
    "Amounts are shown to the places of their currency. A workbook's number keeps 15 digits; the exact text stands beside it.",
    "Live sums stand beside the statement's stored figures; Check says whether they agree.",
    ...(isLive
      ? []
      : ["Roll-forward holds stored movements: sums over this many lines for this many wallets would take minutes."]),
    ...(byCoding.length > 0 ? [] : ["No mapping was given, so nothing is divided by cost centre and account."]),
  ];
  return [
    ...warnings.map(({ account, code, message }) => ({
      kind: "Warning" as const,
      place: account,
      code,
      text: message,
    })),
    ...wallets.flatMap(({ provider, account, wallet, currency, notes: said }) =>
      said.map((text) => ({
        kind: "Note" as const,
        place: [provider, account, wallet, currency].join(" / "),
        code: null,
        text,
      })),
    ),
    ...numbers.map(({ provider, account, number, revision }) => ({
      kind: "Number" as const,
      place: `${provider}/${account}`,
      code: null,
      text: `Statement No. ${number}${revisionText(revision)}`,
    })),
    ...reading.map((text) => ({ kind: "Reading" as const, place: null, code: null, text })),
  ];
}
