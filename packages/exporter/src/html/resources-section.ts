import type { ResourceTotal, Statement } from "@spendbook/normalizer";
import { bySpend } from "./by-spend.js";
import { dataTable } from "./data-table.js";
import { type Content, type Element, element } from "./element.js";
import { counted, countText } from "./group-digits.js";
import { section } from "./section.js";
import { serviceView } from "./services-section.js";
import { accountView } from "./wallet-name.js";

/** Resources that a table lists; of more, the rest are counted. */
const listed = 20;

/** Spend by resource, the largest first; nothing where the statement has no resources. */
export function resourcesSection({ byResource }: Statement): Element | null {
  if (byResource.length === 0) return null;
  return section("resources", "Spend by resource", bySpend(byResource).map(resourceTable));
}

function resourceTable({
  currency,
  rows,
}: {
  readonly currency: string;
  readonly rows: readonly ResourceTotal[];
}): Content {
  const more = rows.length - listed;
  return [
    dataTable<ResourceTotal>({
      caption: `Spend by resource, ${currency}`,
      captionShown: true,
      isWide: true,
      asCards: true,
      columns: [
        { label: "Resource", content: resourceView },
        { label: "Service", content: serviceView },
        { label: "Account", className: "muted", content: accountView },
        { label: "Spend", amount: ({ spend }) => spend },
        { label: "Lines", className: "number", content: ({ lines }) => countText(lines) },
      ],
      rows: rows.slice(0, listed),
    }),
    more > 0
      ? element("p", { class: "muted" }, `${counted(more, "further row")} in the workbook and the JSON file.`)
      : null,
  ];
}

function resourceView({ resource, others }: ResourceTotal): Element {
  if (others > 0) return element("span", { class: "muted" }, counted(others, "further resource"));
  if (resource === null) return element("span", { class: "muted" }, "not stated");
  return element("bdi", { class: "identifier" }, resource);
}
