import type { Statement } from "@spendbook/normalizer";

/** Why a statement does not hold everything; empty where it does. */
export function incompleteReasons({ wallets, warnings }: Statement): readonly string[] {
  const partial = wallets.filter(({ completeness }) => completeness === "partial");
  return [
    ...partial.map(({ provider, account, wallet }) => `${provider}/${account}: the wallet ${wallet} is partial.`),
    ...warnings
      .filter(({ code }) => code === "account_incomplete" || code === "account_unknown" || code === "record_refused")
      .map(({ message }) => message),
  ];
}
