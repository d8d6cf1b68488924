import { compare, money, multiply } from "@spendbook/normalizer";
import { cellFormats } from "./cell-formats.js";
import { type ModelCheck, type ModelRule, rules12 } from "./focus-model.js";
import type { Cells, FocusFile } from "./read-focus.js";

/** What a rule of the model says of a file. */
export interface RuleResult {
  /** `not applicable`: the condition that its column depends on is not met, and the column is left out. */
  readonly outcome: "passes" | "fails" | "not applicable";
  /** The rows that break it; none where it is about the whole file. */
  readonly rows: readonly Cells[];
}

/** Runs every rule that a program can check on a file, of a provider that supports `criteria`. */
export function checkFocus12(file: FocusFile, criteria: ReadonlySet<string>): ReadonlyMap<string, RuleResult> {
  const results = new Map<string, RuleResult>();
  for (const [id, rule] of Object.entries(rules12)) if (isCheckable(rule)) resultOf(id);
  return results;

  function resultOf(id: string): RuleResult {
    const known = results.get(id);
    if (known !== undefined) return known;
    const rule = rules12[id];
    const result = rule === undefined || !isCheckable(rule) ? passes : check(rule);
    results.set(id, result);
    return result;
  }

  function check({ Reference, ApplicabilityCriteria, ValidationCriteria }: ModelRule): RuleResult {
    const { Keyword, Requirement, Condition } = ValidationCriteria;
    if (!ApplicabilityCriteria.every((each) => criteria.has(each))) return notApplicable;
    const isOfFile = ["ColumnPresent", "CheckModelRule"].includes(leafOf(Requirement).CheckFunction ?? "");
    // Whether a column may be left out is a rule of its own.
    if (!isOfFile && !file.columns.includes(Reference)) return notApplicable;
    // What may be is not what must be.
    if (Keyword === "MAY") return passes;
    if (isOfFile) return holds(Requirement, {}) ? passes : { outcome: "fails", rows: [] };
    const rows = file.rows.filter((row) => holds(Condition, row) && !holds(Requirement, row));
    return rows.length === 0 ? passes : { outcome: "fails", rows };
  }

  function holds(check: ModelCheck, row: Cells): boolean {
    const cell = row[check.ColumnName ?? ""] ?? null;
    const [a = null, b = null] = [row[check.ColumnAName ?? ""], row[check.ColumnBName ?? ""]];
    const nullOr = (format: (cell: string) => boolean) => cell === null || format(cell);
    const isValue = () =>
      typeof check.Value === "number" && cell !== null
        ? cellFormats.decimal(cell) && compare(money(cell, "XXX"), money(String(check.Value), "XXX")) === 0
        : cell === check.Value;
    switch (check.CheckFunction) {
      case undefined:
        return true;
      case "AND":
        return check.Items?.every((each) => holds(each, row)) ?? true;
      case "OR":
        return check.Items?.some((each) => holds(each, row)) ?? false;
      case "CheckModelRule":
        return resultOf(check.ModelRuleId ?? "").outcome !== "fails";
      case "ColumnPresent":
        return file.columns.includes(check.ColumnName ?? "");
      case "CheckValue":
        return isValue();
      case "CheckNotValue":
        return !isValue();
      case "CheckSameValue":
        return a === b;
      case "CheckNotSameValue":
        return a !== b;
      case "CheckDistinctCount":
        return distinctCount(file, check, a) === check.ExpectedCount;
      case "CheckGreaterOrEqualThanValue":
        return nullOr((text) => compare(money(text, "XXX"), money(String(check.Value), "XXX")) >= 0);
      case "ColumnByColumnEqualsColumnValue": {
        const result = row[check.ResultColumnName ?? ""] ?? "0";
        return compare(multiply(money(a ?? "0", "XXX"), b ?? "0"), money(result, "XXX")) === 0;
      }
      case "CheckDecimalValue":
      case "TypeDecimal":
      case "FormatNumeric":
        return nullOr(cellFormats.decimal);
      case "TypeDateTime":
      case "FormatDateTime":
        return nullOr(cellFormats.dateTime);
      case "TypeString":
      case "FormatString":
        return nullOr(cellFormats.string);
      case "FormatUnit":
        return nullOr(cellFormats.unit);
      case "FormatKeyValue":
        return nullOr(cellFormats.keyValue);
      case "FormatCurrency":
      case "CheckNationalCurrency":
        return nullOr(cellFormats.nationalCurrency);
      default:
        throw new Error(`the model has a check that is not understood: ${check.CheckFunction}`);
    }
  }
}

const passes: RuleResult = { outcome: "passes", rows: [] };
const notApplicable: RuleResult = { outcome: "not applicable", rows: [] };

export function isCheckable({ ValidationCriteria: { Requirement } }: ModelRule): boolean {
  return Requirement.CheckFunction !== undefined;
}

function leafOf(check: ModelCheck): ModelCheck {
  const [first] = check.Items ?? [];
  return first === undefined ? check : leafOf(first);
}

function distinctCount(file: FocusFile, { ColumnAName = "", ColumnBName = "" }: ModelCheck, value: string | null) {
  return new Set(file.rows.filter((row) => row[ColumnAName] === value).map((row) => row[ColumnBName])).size;
}
