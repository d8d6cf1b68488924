import type { Case } from "../assessment.js";
import type { Check } from "../evidence.js";
import { exactDecimal } from "../exact-decimal.js";
import { createCheck } from "./create-check.js";

/** The records held of each list against the number that the provider reported when it was last read. */
export function checkCounts({ sums, evidence }: Case): Check[] {
  return (evidence.counts ?? [])
    .filter(({ wallet }) => wallet === undefined || wallet === sums.wallet)
    .map(({ list, stated, held }) => {
      const found = exactDecimal(held);
      const make = (outcome: Check["outcome"], note: string): Check =>
        createCheck(
          "records-and-count",
          "records",
          stated === null ? null : exactDecimal(stated),
          found,
          outcome,
          note,
        );
      if (stated === null) return make("missing", `${list}: the provider does not say how many records there are.`);
      if (held === stated) return make("agrees", `${list}: as many records are held as the provider reports.`);
      return held > stated
        ? make(
            "explained",
            `${list}: more records are held than the provider still lists. They were seen before, and are kept.`,
          )
        : make("differs", `${list}: records are missing. Collect again; if it stays, ask the provider.`);
    });
}
