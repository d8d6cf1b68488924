import type { WorkbookCell } from "./cells.js";

/** What cannot stand in an element as it is, or would lose its white space there. */
const unusual = /[&<>\n]|^\s|\s$/;
const special = /[&<>]/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What stands in a cell's element (ECMA-376, CT_Cell) behind its address: the rest of its attributes, and its value. */
export function cellXml({ value }: WorkbookCell, styleId: number): string {
  switch (typeof value) {
    case "number":
      return `" s="${styleId}"><v>${value}</v></c>`;
    case "boolean":
      return `" s="${styleId}" t="b"><v>${value ? 1 : 0}</v></c>`;
    case "string":
      // A run, because some programs, exceljs among them, look for errors and addresses in a text without one.
      return `" s="${styleId}" t="inlineStr"><is><r>${textXml(value)}</r></is></c>`;
    default: {
      const { formula, result } = value;
      const isText = typeof result === "string";
      return `" s="${styleId}"${isText ? ' t="str"' : ""}><f>${escaped(formula)}</f><v>${isText ? escaped(result) : result}</v></c>`;
    }
  }
}

function textXml(text: string): string {
  return unusual.test(text) ? `<t xml:space="preserve">${escaped(text)}</t>` : `<t>${text}</t>`;
}

function escaped(text: string): string {
  return text.replace(special, (character) => entities[character] ?? character);
}
