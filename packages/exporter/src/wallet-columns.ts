import type { WalletStatement } from "@spendbook/normalizer";
import type { Column } from "./column.js";

/** The columns of `summary-<month>.csv`, in the order that is promised. */
export const walletColumns: readonly Column<WalletStatement>[] = [
  { name: "provider", type: "text", value: (wallet) => wallet.provider },
  { name: "account", type: "text", value: (wallet) => wallet.account },
  { name: "wallet", type: "text", value: (wallet) => wallet.wallet },
  { name: "currency", type: "text", value: (wallet) => wallet.currency },
  { name: "completeness", type: "text", value: (wallet) => wallet.completeness },
  { name: "verdict", type: "text", value: (wallet) => wallet.verdict },
  { name: "opening", type: "decimal", value: (wallet) => wallet.opening },
  { name: "top_ups", type: "decimal", value: (wallet) => wallet.topUps },
  { name: "grants", type: "decimal", value: (wallet) => wallet.grants },
  { name: "refunds", type: "decimal", value: (wallet) => wallet.refunds },
  { name: "usage", type: "decimal", value: (wallet) => wallet.usage },
  { name: "expired", type: "decimal", value: (wallet) => wallet.expired },
  { name: "fees", type: "decimal", value: (wallet) => wallet.fees },
  { name: "adjustments", type: "decimal", value: (wallet) => wallet.adjustments },
  { name: "unclassified", type: "decimal", value: (wallet) => wallet.unclassified },
  { name: "unexplained", type: "decimal", value: (wallet) => wallet.unexplained },
  { name: "closing", type: "decimal", value: (wallet) => wallet.closing },
  { name: "spend", type: "decimal", value: (wallet) => wallet.spend },
  { name: "lines", type: "count", value: (wallet) => String(wallet.lines) },
  { name: "notes", type: "text", value: (wallet) => (wallet.notes.length === 0 ? null : wallet.notes.join("\n")) },
];
