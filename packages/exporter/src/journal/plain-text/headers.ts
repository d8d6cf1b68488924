import type { Statement } from "@spendbook/normalizer";
import type { PlainTextDialect } from "./plain-text-format.js";
import { wordsText } from "./tag-lines.js";

export function monthHeader(statement: Statement, { program, extension, directives }: PlainTextDialect): string {
  const { month, timezone, basis, status, notice } = statement;
  const name = `${program}-${month}`;
  return (
    `; Prepaid AI credits in ${month}, ${wordsText(timezone)}, ${basis} basis, ${status}. ${wordsText(notice)}\n` +
    "; It asserts the balances that it opens and closes with, so months are read one after another. The books of the\n" +
    `; first month need what the wallets held before, once: include ${name}-opening.${extension} above ${name}.${extension}.\n` +
    `${directives}\n`
  );
}

export function openingHeader({ month }: Statement, { program, extension, directives }: PlainTextDialect): string {
  return (
    `; What the wallets held before ${month}. Only where the books begin with that month: include this above\n` +
    `; ${program}-${month}.${extension}, and no other month's.\n` +
    `${directives}\n`
  );
}
