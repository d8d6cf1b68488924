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
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly className?: string;
}

/** A table with a caption, named columns and rows; amounts stand point under point. */
export function dataTable<Row>(table: DataTable<Row>): Element {
  const { caption, captionShown = false, isWide = false, columns, rows, className = "" } = table;
  const cells = columns.map(cellOf(rows));
  return element(
    "div",
    isWide ? { class: "scroll", role: "group", "aria-label": caption, tabindex: 0 } : { class: "scroll" },
    element(
      "table",
      { class: className },
      element("caption", { class: captionShown ? "" : "visually-hidden" }, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map(({ label, amount, className: name = "" }) =>
            element("th", { scope: "col", class: amount === undefined ? name : "number" }, label),
          ),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) =>
          element(
            "tr",
            {},
            cells.map((cell, index) => cell(row, index === 0)),
          ),
        ),
      ),
    ),
  );
}

function cellOf<Row>(rows: readonly Row[]): (column: TableColumn<Row>) => (row: Row, isName: boolean) => Element {
  return ({ amount, content, className = "" }) => {
    const places = amount === undefined ? 0 : placesOf(rows.map(amount));
    return (row, isName) => {
      const tag = isName ? "th" : "td";
      const scope = isName ? ({ scope: "row" } as const) : {};
      return amount === undefined
        ? element(tag, { ...scope, class: className }, content(row))
        : element(tag, { ...scope, class: "number" }, amountView(amount(row), places));
    };
  };
}
