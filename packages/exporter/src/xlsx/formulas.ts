/** Rows of a sheet that belong together, from `first` to `last`. */
export interface Block {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

/** A cell or range of another sheet. */
export function reference(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}

export function rangeOf({ sheet, first, last }: Block, column: string): string {
  return reference(sheet, `$${column}$${first}:$${column}$${last}`);
}

/** A text as a formula writes it; as a criterion it stands for itself, without wildcards and operators. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function criterion(text: string): string {
  return quoted(`=${text.replace(/[~*?]/g, "~$&")}`);
}

/**
 * The formula that sums a column of rows that meet all criteria, over as many sheets as they stand on. A criterion is the
 * letter of a column and an expression.
 */
export function sumIfs(
  blocks: readonly Block[],
  column: string,
  criteria: readonly (readonly [column: string, expression: string])[],
): string {
  const sums = blocks.map((block) => {
    const conditions = criteria.map(([letter, expression]) => `${rangeOf(block, letter)},${expression}`);
    return `SUMIFS(${[rangeOf(block, column), ...conditions].join(",")})`;
  });
  return sums.length === 0 ? "0" : sums.join("+");
}

/** The formula that says whether a live sum agrees with the stored value, up to what doubles lose. */
export function agreement(live: string, stored: string): string {
  return `IF(ABS(${live}-${stored})<=0.000000001*MAX(1,ABS(${stored})),"agrees","differs")`;
}
