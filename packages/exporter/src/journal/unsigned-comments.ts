import { decimalText } from "@spendbook/normalizer";
import type { ExportInput } from "../export-format.js";
import { tagLines } from "./plain-text/tag-lines.js";

/** The lines that are in no transaction, as comments: reads the month's lines once more. */
export async function* unsignedComments({ lines }: ExportInput): AsyncGenerator<string> {
  for await (const line of lines()) {
    if (line.amount !== null) continue;
    const { date, provider, account, wallet, kind, currency, service, description, id, origin } = line;
    const amount = line.unsignedAmount === null ? null : decimalText(line.unsignedAmount);
    const facts = { date, provider, account, wallet, kind, amount, currency, service, description };
    yield `; In no total, for it is not known whether this went in or out:\n${tagLines({ ...facts, record: id, sha256: origin.sha256 }, "")}\n`;
  }
}
