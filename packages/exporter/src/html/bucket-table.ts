import type { BucketStatement, WalletStatement } from "@spendbook/normalizer";
import { dataTable } from "./data-table.js";
import type { Element } from "./element.js";
import { accountText } from "./wallet-name.js";
import { bucketWords } from "./words.js";

/** The roll-forward of the parts that a wallet is divided into. */
export function bucketTable(wallet: WalletStatement): Element {
  return dataTable<BucketStatement>({
    caption: `By part of ${accountText(wallet)} ${wallet.wallet} in ${wallet.currency}`,
    isWide: true,
    asCards: true,
    columns: [
      { label: "Part", content: ({ bucket }) => bucketWords[bucket] },
      { label: "Opening", amount: ({ opening }) => opening },
      { label: "Money in", amount: ({ moneyIn }) => moneyIn },
      { label: "Money out", amount: ({ moneyOut }) => moneyOut },
      { label: "Unexplained", amount: ({ unexplained }) => unexplained },
      { label: "Closing", amount: ({ closing }) => closing },
    ],
    rows: wallet.buckets,
  });
}
