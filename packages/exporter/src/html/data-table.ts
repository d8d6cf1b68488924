import { amountView, placesOf } from "./amount.js";
import { type Content, type Element, element } from "./element.js";

/** A column of a table; the first of a table names its rows. */
export type TableColumn<Row> = { readonly label: string } & (
  | { readonly amount: (row: Row) => string | null; readonly content?: never; readonly className?: never }
  | { readonly content: (row: Row) => Content; readonly className?: string; readonly amount?: never }
);

export interface DataTable<Row> {
  readonly caption: string;
  /** Where the heading above says what the caption says, it is for those who hear the page. */
  readonly captionShown?: boolean;
  /** Whether it may be wider than a phone: it is then reached, and moved, by keyboard. */
  readonly isWide?: boolean;
  /** Whether a phone shows a card for each row. */
  readonly asCards?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly className?: string;
}

/**
 * A table with a caption, named columns and rows; amounts stand point under point. Roles are named because a phone's
 * layout, which makes a card of a row, would take them from a table.
 */
export function dataTable<Row>(table: DataTable<Row>): Element {
  const { caption, captionShown = false, isWide = false, asCards = false, columns, rows } = table;
  const cells = columns.map(cellOf(rows));
  return element(
    "div",
    isWide ? { class: "scroll", role: "group", "aria-label": caption, tabindex: 0 } : { class: "scroll" },
    element(
      "table",
      { role: "table", class: [table.className ?? "", asCards ? "cards" : ""].join(" ").trim() },
      element("caption", { class: captionShown ? "" : "visually-hidden" }, caption),
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, columns.map(heading))),
      element(
        "tbody",
        { role: "rowgroup" },
        rows.map((row) =>
          element(
            "tr",
            { role: "row" },
            cells.map((cell, index) => cell(row, index === 0)),
          ),
        ),
      ),
    ),
  );
}

function heading<Row>({ label, amount, className = "" }: TableColumn<Row>): Element {
  const name = amount === undefined ? className : "number";
  return element("th", { role: "columnheader", scope: "col", class: name }, label);
}

function cellOf<Row>(rows: readonly Row[]): (column: TableColumn<Row>) => (row: Row, isName: boolean) => Element {
  return ({ label, amount, content, className = "" }) => {
    const places = amount === undefined ? 0 : placesOf(rows.map(amount));
    return (row, isName) => {
      const tag = isName ? "th" : "td";
      const kind = isName
        ? ({ scope: "row", role: "rowheader" } as const)
        : ({ role: "cell", "data-label": label } as const);
      return amount === undefined
        ? element(tag, { ...kind, class: className }, element("div", {}, content(row)))
        : element(tag, { ...kind, class: "number" }, amountView(amount(row), places));
    };
  };
}
