const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Whether a cell is what FOCUS' formats and types ask for (specification/attributes of 1.2). */
export const cellFormats = {
  // E notation without a plus; no thousands, no currency sign.
  decimal: (cell: string) => /^-?\d+(\.\d+)?(E-?\d+)?$/i.test(cell),
  dateTime: (cell: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(cell) && !Number.isNaN(Date.parse(cell)),
  string: (cell: string) => !/\p{Surrogate}|^ +$/u.test(cell),
  nationalCurrency: (cell: string) => currencies.has(cell),
  // One unit, with a whole number before it or time behind it, in capitals; money is counted in its currency.
  unit: (cell: string) => /^(\d+ )?[A-Z][A-Za-z]*([-/][A-Z][a-z]+)?$/.test(cell),
  keyValue: (cell: string) => {
    try {
      const value: unknown = JSON.parse(cell);
      return typeof value === "object" && value !== null && Object.values(value).every((each) => !isObject(each));
    } catch {
      return false;
    }
  },
};

const isObject = (value: unknown) => typeof value === "object" && value !== null;
