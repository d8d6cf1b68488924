import Table from "cli-table3";

/** Columns of text side by side, without lines; `align` has an l or r for each. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], align: string): string {
  const plain = new Table({
    head: [...head],
    colAligns: [...align].map((side) => (side === "r" ? "right" : "left")),
    chars: Object.fromEntries(borders.map((border) => [border, ""])),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  plain.push(...rows.map((row) => row.map(oneLine)));
  return plain.toString().replace(/ +$/gm, "");
}

const borders =
  "top,top-mid,top-left,top-right,bottom,bottom-mid,bottom-left,bottom-right,left,left-mid,mid,mid-mid,right,right-mid,middle".split(
    ",",
  );

/** A provider's text could move the cursor or break the line. */
function oneLine(text: string): string {
  return text.replace(/\p{C}/gu, " ");
}
