import type { BalanceDay } from "@spendbook/normalizer";
import { scaleBand, scaleLinear } from "d3-scale";
import { area, curveStep, line } from "d3-shape";
import { dataTable } from "../data-table.js";
import { type Content, type Element, element } from "../element.js";
import { counted } from "../group-digits.js";
import { accountText } from "../wallet-name.js";
import { dayAxis, valueAxis } from "./axes.js";
import { figure } from "./figure.js";
import { type Frame, halfFrames, place } from "./frame.js";
import type { WalletDays } from "./wallet-days.js";

const isMoneyIn = ({ moneyIn }: BalanceDay) => /[1-9]/.test(moneyIn);

/** What one wallet held at the end of each day, with the days marked on which money came in. */
export function balanceFigure(wallet: WalletDays, dates: readonly string[], index: number): Element {
  const { currency, days } = wallet;
  const last = days.at(-1);
  const comings = days.filter(isMoneyIn).length;
  return figure({
    id: `balance-${index + 1}`,
    title: `${accountText(wallet)} ${wallet.wallet}, ${currency}`,
    description:
      `The balance at the end of each day; at the end of ${last?.date ?? "the month"} it was ${currency} ${last?.balance ?? "not known"}. ` +
      `Money came in on ${counted(comings, "day")}, marked with triangles. The table below has the figures.`,
    frames: halfFrames,
    draw: (frame) => drawing(wallet, dates, frame),
    table: dataTable<BalanceDay>({
      caption: `Balance by day of ${accountText(wallet)} ${wallet.wallet}, ${currency}`,
      isWide: true,
      columns: [
        { label: "Date", content: ({ date }) => date },
        { label: "Money in", amount: ({ moneyIn }) => moneyIn },
        { label: "Balance", amount: ({ balance }) => balance },
      ],
      rows: days,
    }),
  });
}

function drawing({ currency, days }: WalletDays, dates: readonly string[], frame: Frame): Content {
  const { left, right, top, bottom, width, height } = frame;
  const values = days.map(({ balance }) => Number(balance));
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values) || 1], [height - bottom, top]).nice(4);
  const x = scaleBand(dates, [left, width - right]);
  const across = ({ date }: BalanceDay) => place((x(date) ?? left) + x.bandwidth() / 2);
  const up = ({ balance }: BalanceDay) => place(y(Number(balance)));
  const shape = area<BalanceDay>(across, place(y(0)), up).curve(curveStep);
  const edge = line<BalanceDay>(across, up).curve(curveStep);
  return [
    valueAxis(y, frame),
    element("path", { class: "balance-area", d: shape.digits(2)(days) ?? "" }),
    element("path", { class: "balance-line", d: edge.digits(2)(days) ?? "" }),
    days.filter(isMoneyIn).map((day) => {
      const [middle, tip] = [across(day), up(day)];
      return element(
        "path",
        { class: "money-in", d: `M${middle} ${place(tip - 5)}l5 9h-10z` },
        element("title", {}, `${day.date}: ${currency} ${day.moneyIn} came in`),
      );
    }),
    dayAxis(x, dates, frame),
  ];
}
