import type { FunctionalTotal, Statement } from "@spendbook/normalizer";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { section } from "./section.js";

const policies: Readonly<Record<FunctionalTotal["policy"], string>> = {
  "first-in-first-out": "money out at the rates of the money it uses up, oldest first",
  "month-average": "money out at the month's average rate",
};

/** Each wallet in the currency of the books; nothing where no rates were given. */
export function functionalSection({ functional }: Statement): Element | null {
  const [first] = functional ?? [];
  if (functional === null || first === undefined) return null;
  const { currency, policy } = first;
  return section(
    "functional",
    `In ${currency}, the currency of the books`,
    dataTable<FunctionalTotal>({
      caption: `Wallets in ${currency}: money in at the rate of its day, ${policies[policy]}`,
      captionShown: true,
      isWide: true,
      asCards: true,
      columns: [
        {
          label: "Wallet",
          content: ({ provider, account, wallet, walletCurrency }) =>
            element("bdi", {}, `${provider}/${account} ${wallet}, ${walletCurrency}`),
        },
        { label: "Opening", amount: ({ opening }) => opening },
        { label: "Money in", amount: ({ moneyIn }) => moneyIn },
        { label: "Money out", amount: ({ moneyOut }) => moneyOut },
        { label: "Exchange difference", amount: ({ exchangeDifference }) => exchangeDifference },
        { label: "Closing", amount: ({ closing }) => closing },
        { label: "Drawn before it was paid, in the wallet's currency", amount: ({ uncovered }) => uncovered },
      ],
      rows: functional,
    }),
  );
}
