import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A check of the model: what it compares depends on its function. */
export interface ModelCheck {
  readonly CheckFunction?: string;
  readonly Items?: readonly ModelCheck[];
  readonly ModelRuleId?: string;
  readonly ColumnName?: string;
  readonly ColumnAName?: string;
  readonly ColumnBName?: string;
  readonly ResultColumnName?: string;
  readonly ExpectedCount?: number;
  readonly Value?: string | number | null;
}

export interface ModelRule {
  /** The column, attribute or data set that it is about. */
  readonly Reference: string;
  readonly ApplicabilityCriteria: readonly string[];
  readonly ValidationCriteria: {
    readonly MustSatisfy: string;
    readonly Keyword: string;
    /** Empty where a program cannot check it. */
    readonly Requirement: ModelCheck;
    readonly Condition: ModelCheck;
  };
}

export interface ModelColumn {
  readonly allowed_values: readonly string[] | null;
  readonly allows_nulls: boolean;
  readonly data_type: "Decimal" | "String" | "Date/Time" | "JSON";
  readonly feature_level: "Mandatory" | "Conditional" | "Recommended";
  readonly condition: string;
  readonly value_format: string;
}

function read(name: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(new URL(name, import.meta.url))).toString());
}

/** The rules of FOCUS 1.2 by id. */
export const rules12 = (read("model-1.2.json.gz") as { ModelRules: Readonly<Record<string, ModelRule>> }).ModelRules;

const model14 = read("model-1.4.json.gz") as {
  datasets: Readonly<Record<string, { columns: Readonly<Record<string, ModelColumn>> }>>;
  service_subcategory_parents: Readonly<Record<string, string>>;
};
/** The cost and usage columns of FOCUS 1.4 by name. */
export const columns14 = model14.datasets["Cost and Usage"]?.columns ?? {};
/** The category that each subcategory belongs to. */
export const subcategoryParents: Readonly<Record<string, string | undefined>> = model14.service_subcategory_parents;
