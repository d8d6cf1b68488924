import type { Big } from "big.js";
import { decimalText } from "../decimal-text.js";
import type { Check } from "../evidence.js";

/** A check of two figures; the difference is stated − found. */
export function createCheck(
  name: Check["name"],
  unit: string,
  stated: Big | null,
  found: Big | null,
  outcome: Check["outcome"],
  note: string,
): Check {
  return {
    name,
    stated: stated === null ? null : decimalText(stated),
    found: found === null ? null : decimalText(found),
    difference: stated === null || found === null ? null : decimalText(stated.minus(found)),
    unit,
    outcome,
    note,
  };
}
