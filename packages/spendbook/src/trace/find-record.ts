import type { LedgerReader, StoredRecord } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import type { AccountName } from "../build/account-name.js";

/** What an id on a statement may stand for. */
interface Candidate {
  readonly sourceId: string;
  readonly account: AccountName | null;
}

/**
 * The records that an id names: a line's `provider/account/id`, with or without what `#` adds to it, or the provider's
 * own id. Several where accounts or lists share it.
 */
export async function findRecords(
  ledger: LedgerReader<ProviderId>,
  id: string,
): Promise<readonly StoredRecord<ProviderId>[]> {
  for (const { sourceId, account } of await candidatesOf(ledger, id)) {
    const found: StoredRecord<ProviderId>[] = [];
    for await (const record of ledger.recordsOf(sourceId, account ?? {})) found.push(record);
    if (found.length > 0) return found;
  }
  return [];
}

/** Ids of records that begin like the one that was not found: with all of it, or at least with its first half. */
export async function findSimilar(
  ledger: LedgerReader<ProviderId>,
  id: string,
  limit: number,
): Promise<readonly string[]> {
  const [candidate] = (await candidatesOf(ledger, id)).filter(({ account }) => account !== null).reverse();
  const { sourceId, account } = candidate ?? { sourceId: id, account: null };
  for (let length = sourceId.length; length >= Math.max(1, sourceId.length / 2); length -= 1) {
    const found = await ledger.sourceIds(sourceId.slice(0, length), limit, account ?? {});
    if (found.length > 0) return found;
  }
  return [];
}

/** From the whole id to its shortest reading; the providers' own ids may hold any of the signs between. */
async function candidatesOf(ledger: LedgerReader<ProviderId>, id: string): Promise<readonly Candidate[]> {
  const named = (await ledger.accounts()).flatMap((account) => {
    const prefix = `${account.provider}/${account.account}/`;
    return id.startsWith(prefix) ? [{ account, rest: id.slice(prefix.length) }] : [];
  });
  return [...named, { account: null, rest: id }].flatMap(({ account, rest }) =>
    [...shortened(rest)].map((sourceId) => ({ sourceId, account })),
  );
}

/** `a#b#c`, `a#b`, `a`. */
function* shortened(text: string): Generator<string> {
  for (let rest = text; ; ) {
    if (rest !== "") yield rest;
    const end = rest.lastIndexOf("#");
    if (end < 0) return;
    rest = rest.slice(0, end);
  }
}
