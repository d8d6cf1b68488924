import type { Filing } from "./record.js";

export function countFilings(filings: readonly Filing[]): Record<Filing, number> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const filing of filings) counts[filing] += 1;
  return counts;
}
