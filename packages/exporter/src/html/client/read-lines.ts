import { lineBlockType } from "../line-block-type.js";
import { type LineField, type LineValues, lineFieldNames } from "../line-fields.js";

/** Reads the page's blocks of lines one after the other, and takes each out of the page once it is read. */
export async function* readLines(page: Document): AsyncGenerator<readonly LineValues[]> {
  for (const block of page.querySelectorAll(`script[type="${lineBlockType}"]`)) {
    yield linesOf(await columnsOf(block.textContent ?? ""));
    block.remove();
  }
}

async function columnsOf(base64: string): Promise<readonly (readonly (string | null)[])[]> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(text).json();
}

/** All lines begin with the same fields in the same order, which is what browsers hold most closely. */
const empty = Object.fromEntries(lineFieldNames.map((field) => [field, null])) as Record<LineField, string | null>;

function linesOf(columns: readonly (readonly (string | null)[])[]): readonly LineValues[] {
  return (columns[0] ?? []).map((_, row) => {
    const line = { ...empty };
    for (const [column, field] of lineFieldNames.entries()) line[field] = columns[column]?.[row] ?? null;
    return line;
  });
}
