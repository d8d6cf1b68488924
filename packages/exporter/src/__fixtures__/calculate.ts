import exceljs from "exceljs";
import type { readWorkbook } from "./read-workbook.js";

type Workbook = Awaited<ReturnType<typeof readWorkbook>>;

interface Result {
  readonly address: string;
  readonly formula: string;
  readonly cached: unknown;
  readonly calculated: number | string;
}

/** Calculates every formula of a workbook anew, as far as ours go, by reading its cells and nothing else. */
export function calculate(workbook: Workbook): readonly Result[] {
  return workbook.names.flatMap((name) => {
    const results: Result[] = [];
    workbook.sheet(name).eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== exceljs.ValueType.Formula) return;
        const { formula, result } = cell;
        results.push({
          address: `${name}!${cell.address}`,
          formula,
          cached: result,
          calculated: evaluate(workbook, name, formula),
        });
      });
    });
    return results;
  });
}

function evaluate(workbook: Workbook, here: string, formula: string): number | string {
  const values = (range: string) => valuesOf(workbook, here, range);
  const number = (range: string) => Number(values(range)[0] ?? 0);
  const check = /^IF\(ABS\((\w+)-(\w+)\)<=.*,"agrees","differs"\)$/.exec(formula);
  if (check !== null) {
    const [live, stored] = [number(check[1] ?? ""), number(check[2] ?? "")];
    return Math.abs(live - stored) <= 1e-9 * Math.max(1, Math.abs(stored)) ? "agrees" : "differs";
  }
  if (formula === "0") return 0;
  if (/^[A-Z]+\d+-[A-Z]+\d+$/.test(formula)) {
    const [first = "", second = ""] = formula.split("-");
    return number(first) - number(second);
  }
  if (/^'[^']+'!\$G\$\d+$/.test(formula)) return number(formula);
  const sign = formula.startsWith("-") ? -1 : 1;
  const terms = [...formula.matchAll(/(SUMIFS|SUM)\(([^()]*)\)/g)];
  const read = terms.map(([whole]) => whole).join("+");
  if (terms.length === 0 || read !== formula.replace(/^-/, "")) throw new Error(`${formula} is not understood`);
  return terms.reduce((sum, [, name, list = ""]) => {
    const parts = list.match(/'[^']*'![^,]*|"(?:[^"]|"")*"|[^,]+/g) ?? [];
    return sum + sign * (name === "SUM" ? sumOf(parts.flatMap(values)) : sumIfs(parts, values));
  }, 0);
}

function sumIfs([summed = "", ...criteria]: readonly string[], values: (range: string) => readonly unknown[]): number {
  const wanted = criteria.flatMap((part, index) => (index % 2 === 1 ? [criterionOf(part, values)] : []));
  const columns = criteria.flatMap((part, index) => (index % 2 === 0 ? [values(part)] : []));
  const kept = values(summed).filter((_, row) => columns.every((column, at) => String(column[row]) === wanted[at]));
  return sumOf(kept);
}

function criterionOf(part: string, values: (range: string) => readonly unknown[]): string {
  if (part.startsWith('"'))
    return part
      .slice(1, -1)
      .replaceAll('""', '"')
      .replace(/^=/, "")
      .replace(/~(?=[~*?])/g, "");
  return /^\d+$/.test(part) ? part : String(values(part)[0]);
}

function sumOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
}

function valuesOf({ sheet }: Workbook, here: string, range: string): readonly unknown[] {
  const [, name = here, cells = ""] = /^(?:'([^']+)'!)?(.+)$/.exec(range) ?? [];
  const [first = "", last = first] = cells.replaceAll("$", "").split(":");
  const [, column = ""] = /^([A-Z]+)/.exec(first) ?? [];
  const [from, to] = [first, last].map((cell) => Number(cell.replace(/\D/g, "")));
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => {
    const cell = sheet(name).getCell(`${column}${(from ?? 0) + index}`);
    if (cell.value instanceof Date) return cell.value.toISOString();
    return cell.type === exceljs.ValueType.RichText ? cell.text : (cell.result ?? cell.value);
  });
}
