import type { ProviderId } from "@spendbook/normalizer";
import { scaleBand, scaleLinear } from "d3-scale";
import { stack, stackOffsetDiverging } from "d3-shape";
import { dataTable } from "../data-table.js";
import { type Content, type Element, element } from "../element.js";
import { dayAxis, valueAxis } from "./axes.js";
import { figure } from "./figure.js";
import { type Frame, pageFrames, place } from "./frame.js";
import type { DailySpend } from "./spend-by-day.js";

/** Spend by day, the providers on top of one another. Numbers that place a bar are near enough; those written are exact. */
export function dayFigure(spend: DailySpend, dates: readonly string[]): Element {
  const { currency, providers } = spend;
  return figure({
    id: `days-${currency}`,
    title: `Spend by day, ${currency}`,
    description: `A bar for each day, divided by provider: ${providers.join(", ")}. The table below has the figures.`,
    legend: element("ul", { class: "legend" }, providers.map(legendItem)),
    frames: pageFrames,
    draw: (frame) => bars(spend, dates, frame),
    table: dataTable<string>({
      caption: `Spend by day and provider, ${currency}`,
      isWide: true,
      columns: [
        { label: "Date", content: (date) => date },
        ...providers.map((provider) => ({
          label: provider,
          amount: (date: string) => spend.spendOf(date, provider) ?? "0",
        })),
      ],
      rows: dates,
    }),
  });
}

function legendItem(provider: ProviderId): Element {
  return element(
    "li",
    {},
    element(
      "svg",
      { class: "key", viewBox: "0 0 12 12", "aria-hidden": "true", focusable: "false" },
      element("rect", { class: `series ${provider}`, width: 12, height: 12, rx: 2 }),
    ),
    provider,
  );
}

function bars({ currency, providers, spendOf }: DailySpend, dates: readonly string[], frame: Frame): Content {
  const { left, right, top, bottom, width, height, name } = frame;
  const layers = stack<unknown, string, ProviderId>()
    .keys(providers)
    .value((date, provider) => Number(spendOf(date, provider) ?? 0))
    .offset(stackOffsetDiverging)(dates);
  const ends = layers.flat(2);
  const y = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends) || 1], [height - bottom, top]).nice(4);
  const x = scaleBand(dates, [left, width - right]).padding(name === "narrow" ? 0.2 : 0.25);
  return [
    valueAxis(y, frame),
    layers.map((layer) =>
      element(
        "g",
        { class: `series ${layer.key}` },
        layer.map(([from, to], index) => {
          const date = dates[index] ?? "";
          if (from === to) return null;
          const upper = place(y(Math.max(from, to)));
          return element(
            "rect",
            {
              x: place(x(date) ?? 0),
              y: upper,
              width: place(x.bandwidth()),
              height: place(place(y(Math.min(from, to))) - upper),
            },
            element("title", {}, `${date}, ${layer.key}: ${currency} ${spendOf(date, layer.key) ?? "0"}`),
          );
        }),
      ),
    ),
    dayAxis(x, dates, frame),
  ];
}
