import type { Statement } from "@spendbook/normalizer";
import { balanceFigure } from "./chart/balance-figure.js";
import { dayFigure } from "./chart/day-figure.js";
import { spendByDay } from "./chart/spend-by-day.js";
import { walletDays } from "./chart/wallet-days.js";
import { type Element, element } from "./element.js";
import { counted } from "./group-digits.js";
import { datesOf } from "./instant-text.js";
import { section } from "./section.js";

/** Wallets whose balance is drawn; of more, the rest are counted. */
const drawn = 24;

/** Spend by day, each currency on a chart of its own. */
export function daysSection({ month, byDay }: Statement): Element {
  const spending = spendByDay(byDay);
  return section(
    "days",
    "Spend by day",
    spending.length === 0
      ? element("p", {}, "Nothing was spent in this month.")
      : spending.map((spend) => dayFigure(spend, datesOf(month))),
  );
}

/** The balance over the month, each wallet on a chart of its own. */
export function balancesSection({ month, balances, wallets: stated }: Statement): Element {
  const wallets = walletDays(balances);
  const more = wallets.length - drawn;
  return section(
    "balances",
    "Balance over the month",
    wallets.length === 0
      ? element("p", {}, "No balance can be drawn: no wallet's opening is known for every day.")
      : [
          element(
            "p",
            { class: "lead" },
            "What the opening and the lines make at the end of each day; a triangle marks a day on which money came in.",
            stated.some(({ unexplained }) => /[1-9]/.test(unexplained ?? ""))
              ? " An unexplained difference has no day and is not drawn: such a wallet ends beside its closing."
              : null,
          ),
          element(
            "div",
            { class: "balances" },
            wallets.slice(0, drawn).map((wallet, index) => balanceFigure(wallet, datesOf(month), index)),
          ),
        ],
    more > 0
      ? element("p", {}, `${counted(more, "further wallet")} not drawn; their balances are in the JSON file.`)
      : null,
  );
}
