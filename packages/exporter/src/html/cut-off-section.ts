import type { CutOffLine, Statement } from "@spendbook/normalizer";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { counted } from "./group-digits.js";
import { instantView } from "./instant-text.js";
import { section } from "./section.js";
import { walletView } from "./wallet-name.js";

/** Cut-off lines that the page lists; of more, the rest are counted. */
const listed = 200;

/** Lines that were posted in one month and incurred in another. */
export function cutOffSection({ cutOff, basis }: Statement): Element {
  const more = cutOff.length - listed;
  return section(
    "cut-off",
    "Cut-off",
    cutOff.length === 0
      ? element("p", {}, "Every line was posted and incurred in the same month.")
      : [
          element(
            "p",
            { class: "lead" },
            `Posted in one month, incurred in another; this statement goes by the ${basis} one.`,
          ),
          dataTable<CutOffLine>({
            caption: "Lines that belong to two months",
            isWide: true,
            asCards: true,
            columns: [
              { label: "Line", content: ({ entryId }) => element("bdi", { class: "identifier" }, entryId) },
              { label: "Wallet", content: walletView },
              { label: "Kind", content: ({ kind }) => kind },
              { label: "Posted", content: ({ postedAt }) => instantView(postedAt) },
              { label: "Incurred", content: ({ incurredAt }) => instantView(incurredAt) },
              { label: "Currency", content: ({ currency }) => currency },
              { label: "Amount", amount: ({ amount }) => amount },
            ],
            rows: cutOff.slice(0, listed),
          }),
        ],
    more > 0
      ? element("p", { class: "muted" }, `${counted(more, "further line")} in the workbook and the JSON file.`)
      : null,
  );
}
