import type { Statement } from "@spendbook/normalizer";
import { type Element, element } from "./element.js";
import { section } from "./section.js";
import { walletCard } from "./wallet-card.js";

/** Each wallet from its opening to its closing, with what both rest on and every comparison made. */
export function rollForwardSection({ wallets }: Statement): Element {
  return section(
    "roll-forward",
    "Roll-forward",
    element(
      "p",
      { class: "lead" },
      "Into the wallet is positive, out of it negative. What is not known is never counted as nothing.",
    ),
    wallets.map(walletCard),
  );
}
