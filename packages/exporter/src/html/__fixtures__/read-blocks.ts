import { gunzipSync } from "node:zlib";
import { type LineValues, lineFieldNames } from "../line-fields.js";

/** The lines that a page holds, read as its script reads them. */
export function readBlocks(page: string): readonly LineValues[] {
  const blocks = [...page.matchAll(/<script type="application\/x-spendbook-lines">([A-Za-z0-9+/=]*)<\/script>/g)];
  return blocks.flatMap(([, base64 = ""]) => {
    const columns: (string | null)[][] = JSON.parse(gunzipSync(Buffer.from(base64, "base64")).toString("utf8"));
    return (columns[0] ?? []).map(
      (_, row) =>
        Object.fromEntries(lineFieldNames.map((field, index) => [field, columns[index]?.[row]])) as LineValues,
    );
  });
}
