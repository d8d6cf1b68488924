import type { StoredRecord } from "@spendbook/ledger";
import type { AccountName } from "./account-name.js";
import { createMerkleTree } from "./merkle-tree.js";

/** The states of an account's records that a statement was made of: how many, and the root over them. */
export interface RecordsRoot extends AccountName {
  readonly records: number;
  /** In lower-case hex. */
  readonly recordsRoot: string;
}

/**
 * A digest of the records used: one Merkle tree for each account, whose leaves are the texts
 * `["endpoint","wallet","source id",revision,"sha256"]` of every state in the order of reading.
 */
export function createRecordsDigest(accounts: readonly AccountName[]): {
  add(record: StoredRecord): void;
  finish(): readonly RecordsRoot[];
} {
  const trees = new Map(accounts.map((name) => [keyOf(name), createMerkleTree()]));
  return {
    add(record) {
      const tree = trees.get(keyOf(record));
      for (const { number, sha256 } of record.revisions)
        tree?.add(JSON.stringify([record.endpoint, record.wallet, record.sourceId, number, sha256]));
    },
    finish: () =>
      accounts.map(({ provider, account }) => {
        const { size = 0, root = "" } = trees.get(keyOf({ provider, account }))?.finish() ?? {};
        return { provider, account, records: size, recordsRoot: root };
      }),
  };
}

/** The root over accounts: the leaves are the texts `["provider","account",states,"root"]`, in their order. */
export function rootOf(accounts: readonly RecordsRoot[]): string {
  const tree = createMerkleTree();
  for (const { provider, account, records, recordsRoot } of accounts)
    tree.add(JSON.stringify([provider, account, records, recordsRoot]));
  return tree.finish().root;
}

function keyOf({ provider, account }: { readonly provider: string; readonly account: string }): string {
  return `${provider}\n${account}`;
}
