import { createHash } from "node:crypto";
import type { CollectionRun } from "../../collection-run.js";
import type { RecordInput } from "../../record.js";

const rowsOfPage = 20;

/**
 * Page `page` of a feed in which half of each page's records stand again in the next one, every third of them in a new
 * state: a page that was stored in part, twice or not at all shows in the records and their revisions.
 */
export function feedPage(page: number): readonly RecordInput[] {
  return Array.from({ length: rowsOfPage }, (_, row) => {
    const number = page * (rowsOfPage / 2) + row;
    const state = number % 3 === 0 ? page : 0;
    const body = JSON.stringify({ id: `record_${number}`, state, text: "x".repeat(200) });
    const sha256 = createHash("sha256").update(body).digest("hex");
    const occurredAt = new Date(Date.UTC(2026, 9, 1) + number * 60_000).toISOString();
    return {
      wallet: `wallet_${number % 2}`,
      endpoint: "GET /feed",
      sourceId: `record_${number}`,
      occurredAt,
      body,
      sha256,
    };
  });
}

/** Collects the feed's first `pages` pages from where the account's runs stopped, `pause` milliseconds between two. */
export async function collectFeed(run: CollectionRun, pages: number, pause = 0): Promise<void> {
  for (let page = (run.cursor as number | null) ?? 0; page < pages; page += 1) {
    await run.storePage({ records: feedPage(page), cursor: page + 1 });
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const body = '{"balance":"12.50"}';
  const sha256 = createHash("sha256").update(body).digest("hex");
  await run.storeSnapshot({
    wallet: "wallet_0",
    endpoint: "GET /balance",
    body,
    sha256,
    takenAt: new Date().toISOString(),
  });
  await run.finish({ status: "complete", reason: null, requests: pages, passes: 1 });
}
