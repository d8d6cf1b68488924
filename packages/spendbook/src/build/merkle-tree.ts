import { createHash } from "node:crypto";

/**
 * A Merkle tree hash as RFC 6962 (section 2.1) defines it, with SHA-256: a leaf is hashed behind a byte 0, two nodes
 * behind a byte 1, the left part is the largest power of two, and the hash of no leaves is that of no bytes. Leaves go in
 * one by one; only as many hashes are kept as the tree is high.
 */
export function createMerkleTree(): { add(leaf: string): void; finish(): { size: number; root: string } } {
  /** Roots of complete parts, largest first, each with its number of leaves. */
  const parts: { readonly size: number; readonly hash: Buffer }[] = [];
  let size = 0;
  return {
    add(leaf) {
      size += 1;
      let part = { size: 1, hash: hashOf(0, Buffer.from(leaf)) };
      for (let last = parts.at(-1); last?.size === part.size; last = parts.at(-1)) {
        parts.pop();
        part = { size: 2 * part.size, hash: hashOf(1, last.hash, part.hash) };
      }
      parts.push(part);
    },
    finish() {
      const hashes = parts.map(({ hash }) => hash);
      const root =
        hashes.length === 0
          ? createHash("sha256").digest()
          : hashes.reduceRight((right, left) => hashOf(1, left, right));
      return { size, root: root.toString("hex") };
    },
  };
}

function hashOf(domain: 0 | 1, ...data: readonly Buffer[]): Buffer {
  const hash = createHash("sha256").update(Buffer.of(domain));
  for (const each of data) hash.update(each);
  return hash.digest();
}
