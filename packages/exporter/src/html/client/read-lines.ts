import { lineBlockType } from "../line-block-type.js";
import { type LineValues, lineFieldNames } from "../line-fields.js";

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

function linesOf(columns: readonly (readonly (string | null)[])[]): readonly LineValues[] {
  const length = columns[0]?.length ?? 0;
  return Array.from(
    { length },
    (_, row) =>
      Object.fromEntries(lineFieldNames.map((field, column) => [field, columns[column]?.[row] ?? null])) as LineValues,
  );
}
