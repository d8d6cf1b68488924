import { hash } from "node:crypto";

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
      let part = { size: 1, hash: sha256(`\0${leaf}`) };
      for (let last = parts.at(-1); last?.size === part.size; last = parts.at(-1)) {
        parts.pop();
        part = { size: 2 * part.size, hash: nodeOf(last.hash, part.hash) };
      }
      parts.push(part);
    },
    finish() {
      const hashes = parts.map(({ hash }) => hash);
      const root = hashes.length === 0 ? sha256(Buffer.of()) : hashes.reduceRight((right, left) => nodeOf(left, right));
      return { size, root: root.toString("hex") };
    },
  };
}

function sha256(data: Buffer | string): Buffer {
  return hash("sha256", data, "buffer");
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([nodeDomain, left, right]));
}

const nodeDomain = Buffer.of(1);
