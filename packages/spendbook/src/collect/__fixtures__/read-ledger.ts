import { openLedger, type StoredRun } from "@spendbook/ledger";

/** The ledger's lines that do not depend on how often its collection was interrupted. */
export async function exportOf(location: string): Promise<readonly string[]> {
  const ledger = await openLedger(location);
  try {
    return await all(ledger.exportLines({ timing: false }));
  } finally {
    await ledger.close();
  }
}

export async function runsOf(location: string): Promise<readonly StoredRun[]> {
  const ledger = await openLedger(location);
  try {
    return await all(ledger.runs());
  } finally {
    await ledger.close();
  }
}

/** What is not in both exports at the same place, as few lines as a person can read; empty where they are the same. */
export function differences(lines: readonly string[], expected: readonly string[]): readonly string[] {
  const differing = Array.from({ length: Math.max(lines.length, expected.length) }, (_, index) => index)
    .filter((index) => lines[index] !== expected[index])
    .slice(0, 3);
  return differing.map((index) => `line ${index + 1}: ${lines[index]} instead of ${expected[index]}`);
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
