import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMerkleTree } from "./merkle-tree.js";

/** The reference values of Certificate Transparency (RFC 6962), for the first n of these leaves. */
const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function rootOf(texts: readonly string[]) {
  const tree = createMerkleTree();
  for (const text of texts) tree.add(text);
  return tree.finish();
}

test.each(roots.map((root, size) => ({ size, root })))(
  "the root of the first $size reference leaves",
  ({ size, root }) => {
    const texts = leaves.slice(0, size).map((hex) => Buffer.from(hex, "hex").toString("utf8"));
    expect(rootOf(texts)).toEqual({ size, root });
  },
);

/** The definition of RFC 6962, word by word. */
function defined(texts: readonly string[]): Buffer {
  const hash = (...data: readonly Buffer[]) => createHash("sha256").update(Buffer.concat(data)).digest();
  if (texts.length === 0) return hash();
  if (texts.length === 1) return hash(Buffer.of(0), Buffer.from(texts[0] ?? ""));
  let half = 1;
  while (half * 2 < texts.length) half *= 2;
  return hash(Buffer.of(1), defined(texts.slice(0, half)), defined(texts.slice(half)));
}

test("leaves that come one by one give what the definition gives for all of them", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 70 }), (texts) => {
      expect(rootOf(texts).root).toBe(defined(texts).toString("hex"));
    }),
  );
});
