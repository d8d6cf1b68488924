import type { Statement } from "@spendbook/normalizer";
import { wordsText } from "../plain-text/tag-lines.js";

/** Opens the accounts that the books do not open; beancount listens to it in the file it is given only. */
const plugin = 'plugin "beancount.plugins.auto_accounts"\n\n';

export function monthHeader({ month, timezone, basis, status, notice }: Statement): string {
  return (
    `; Prepaid AI credits in ${month}, ${wordsText(timezone)}, ${basis} basis, ${status}. ${wordsText(notice)}\n` +
    "; It asserts the balances that it opens and closes with, so months are read one after another. The books of the\n" +
    `; first month need what the wallets held before, once: include beancount-${month}-opening.beancount too. Your own file\n` +
    "; opens the accounts, or has the plugin below.\n" +
    plugin
  );
}

export function openingHeader({ month }: Statement): string {
  return (
    `; What the wallets held before ${month}. Only where the books begin with that month: include this beside\n` +
    `; beancount-${month}.beancount, and no other month's.\n` +
    plugin
  );
}
