import type { WalletStatement } from "@spendbook/normalizer";
import { dataTable } from "./data-table.js";
import type { Element } from "./element.js";
import { accountText } from "./wallet-name.js";

interface Step {
  readonly label: string;
  readonly amount: string | null;
}

/** A wallet from its opening to its closing. */
export function rollForwardTable(wallet: WalletStatement): Element {
  const rows: readonly Step[] = [
    { label: "Opening", amount: wallet.opening },
    { label: "Top-ups", amount: wallet.topUps },
    { label: "Grants", amount: wallet.grants },
    { label: "Refunds", amount: wallet.refunds },
    { label: "Usage", amount: wallet.usage },
    { label: "Expired", amount: wallet.expired },
    { label: "Fees", amount: wallet.fees },
    { label: "Adjustments", amount: wallet.adjustments },
    { label: "Unclassified", amount: wallet.unclassified },
    { label: "Unexplained difference", amount: wallet.unexplained },
    { label: "Closing", amount: wallet.closing },
  ];
  return dataTable<Step>({
    caption: `Roll-forward of ${accountText(wallet)} ${wallet.wallet} in ${wallet.currency}`,
    className: "roll-forward",
    columns: [
      { label: "Movement", content: ({ label }) => label },
      { label: wallet.currency, amount: ({ amount }) => amount },
    ],
    rows,
  });
}
