import { placesOf } from "../amount.js";
import { lineRow } from "../line-row.js";
import { createNode } from "./create-node.js";
import type { SearchedLine } from "./find-lines.js";

/** Puts lines into the body of the table in place of those that are there. */
export function showLines(body: Element, lines: readonly SearchedLine[]): void {
  const places = placesOf(lines.map(({ values }) => values.amount));
  body.replaceChildren(...lines.map(({ values }) => createNode(lineRow(values, places))));
}
