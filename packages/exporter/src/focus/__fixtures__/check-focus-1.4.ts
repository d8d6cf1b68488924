import { cellFormats } from "./cell-formats.js";
import { columns14, type ModelColumn, subcategoryParents } from "./focus-model.js";
import type { FocusFile } from "./read-focus.js";

/** What the columns of FOCUS 1.4 say against a file: presence, order, nullability, types, formats, allowed values. */
export function checkFocus14({ columns, rows }: FocusFile): string[] {
  const own = columns.filter((name) => !name.startsWith("x_"));
  const missing = Object.entries(columns14)
    .filter(([name, { feature_level }]) => feature_level === "Mandatory" && !columns.includes(name))
    .map(([name]) => `${name} is missing`);
  const unknown = own.filter((name) => !(name in columns14)).map((name) => `${name} is no column of 1.4`);
  const mixed = columns.slice(0, own.length).every((name, at) => name === own[at]) ? [] : ["custom columns come first"];
  const cells = own.flatMap((name) => {
    const column = columns14[name];
    if (column === undefined) return [];
    return rows.filter((row) => !isAllowed(column, row[name] ?? null)).map((row) => `${name}: ${row[name]}`);
  });
  const parents = rows
    .filter((row) => subcategoryParents[row.ServiceSubcategory ?? ""] !== row.ServiceCategory)
    .map((row) => `${row.ServiceSubcategory} is not in ${row.ServiceCategory}`);
  return [...missing, ...unknown, ...mixed, ...cells, ...parents];
}

function isAllowed({ allows_nulls, allowed_values, data_type, value_format }: ModelColumn, cell: string | null) {
  if (cell === null) return allows_nulls;
  if (allowed_values !== null) return allowed_values.includes(cell);
  if (value_format === "Currency") return cellFormats.nationalCurrency(cell);
  if (value_format === "Unit") return cellFormats.unit(cell);
  if (value_format === "Decimal (non-negative)" && cell.startsWith("-")) return false;
  return {
    Decimal: cellFormats.decimal,
    "Date/Time": cellFormats.dateTime,
    JSON: cellFormats.keyValue,
    String: cellFormats.string,
  }[data_type](cell);
}
