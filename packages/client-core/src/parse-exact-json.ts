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

// A number token that could be inexact: 16 or more digits, or an exponent. Also matches inside strings, which only costs a scan.
const perhapsInexact = /[[:,\s]-?(?:[\d.]{16}|[\d.]+[eE])|^-?[\d.]/;
const numberToken = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Parses JSON so that no number changes silently: each becomes a double whose shortest
 * decimal form has the value that was printed. Throws `SyntaxError` on malformed JSON and
 * `InexactNumberError` where a double cannot hold the digits.
 */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (perhapsInexact.test(text)) refuseInexactNumbers(text);
  return value;
}

/** Walks JSON text that is known to be valid, keeping the path for the error. */
function refuseInexactNumbers(text: string): void {
  const path: (string | number)[] = [];
  let position = 0;
  let isKey = false;
  while (position < text.length) {
    const character = text[position];
    if (character === '"') {
      const end = endOfString(text, position);
      if (isKey) path[path.length - 1] = JSON.parse(text.slice(position, end)) as string;
      position = end;
      continue;
    }
    if (character === "{") {
      path.push("");
      isKey = true;
    } else if (character === "[") path.push(0);
    else if (character === "}" || character === "]") {
      path.pop();
      isKey = false;
    } else if (character === ":") isKey = false;
    else if (character === ",") {
      const last = path.at(-1);
      if (typeof last === "number") path[path.length - 1] = last + 1;
      else isKey = true;
    } else if (character === "-" || (character !== undefined && character >= "0" && character <= "9")) {
      numberToken.lastIndex = position;
      const token = numberToken.exec(text)?.[0] ?? character;
      if (!isExactNumber(token)) throw new InexactNumberError(formatPath(path), token);
      position += token.length;
      continue;
    }
    position += 1;
  }
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (result, part) =>
      typeof part === "number"
        ? `${result}[${part}]`
        : `${result}${/^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`}`,
    "$",
  );
}
