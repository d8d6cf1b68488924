import { isExactNumber } from "./is-exact-number.js";

/** Thrown by `parseExactJson`: a number that a double cannot give back as it was printed. */
export class InexactNumberError extends Error {
  override readonly name = "InexactNumberError";
  constructor(
    /** Where it stands, for example `$.items[3].price`. */
    readonly path: string,
    /** The number as the provider printed it. */
    readonly text: string,
  ) {
    super(`the number ${text} at ${path} has more digits than a double holds`);
  }
}

// A number token that could be inexact: 16 or more digits, or an exponent. Also matches inside strings, which only costs a
// scan; a number that is the whole text is left out, as looking for the beginning would take as long again.
const perhapsInexact = /[[:,\s]-?(?:[\d.]{16}|[\d.]+[eE])/;
const numberToken = /-?\d[\d.eE+-]*/y;
const colon = /\s*:/y;

/**
 * Parses JSON so that no number changes silently: each becomes a double whose shortest
 * decimal form has the value that was printed. Throws `SyntaxError` on malformed JSON and
 * `InexactNumberError` where a double cannot hold the digits.
 */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === "number" || perhapsInexact.test(text)) refuseInexactNumbers(text);
  return value;
}

/** Walks JSON text that is known to be valid, keeping the path for the error. */
function refuseInexactNumbers(text: string): void {
  const path: (string | number)[] = [];
  let position = 0;
  while (position < text.length) {
    const start = position;
    const character = text.charAt(position);
    position += 1;
    if (character === '"') {
      position = endOfString(text, position);
      if (matchAt(colon, text, position)) path[path.length - 1] = JSON.parse(text.slice(start, position)) as string;
    } else if (character === "{") path.push("");
    else if (character === "[") path.push(0);
    else if (character === "}" || character === "]") path.pop();
    else if (character === ",") {
      const last = path.at(-1);
      if (typeof last === "number") path[path.length - 1] = last + 1;
    } else {
      const token = matchAt(numberToken, text, start);
      if (token === undefined) continue;
      if (!isExactNumber(token)) throw new InexactNumberError(formatPath(path), token);
      position = start + token.length;
    }
  }
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** The end of a string that begins before `position`. */
function endOfString(text: string, position: number): number {
  let end = position;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

function formatPath(path: readonly (string | number)[]): string {
  const parts = path.map((part) =>
    typeof part === "string" && /^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`,
  );
  return `$${parts.join("")}`;
}
