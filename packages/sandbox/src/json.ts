/** A JSON number with the digits that are to be printed, such as `100.00`. */
export class JsonNumber {
  constructor(readonly digits: string) {
    if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(digits))
      throw new TypeError(`${JSON.stringify(digits)} is not a decimal number`);
  }

  toString(): string {
    return this.digits;
  }
}

/** Prints JSON as `JSON.stringify` does, and a `JsonNumber` with its own digits. */
export function printJson(value: unknown): string {
  if (value instanceof JsonNumber) return value.digits;
  if (Array.isArray(value)) return `[${value.map(printJson).join(",")}]`;
  // As in JSON.stringify, what JSON cannot say is null in a list.
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${printJson(member)}`).join(",")}}`;
}
