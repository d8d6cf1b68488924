// @ts-check
/** @param {string} name */
const pattern = (name) =>
  new RegExp(`(?<=<!-- ${name}: written by pnpm readmes -->\n\n).*?(?=\n\n<!-- /${name} -->)`, "s");

/**
 * The text of a written block, null where the README has no such block.
 *
 * @param {string} readme
 * @param {string} name
 */
export function blockIn(readme, name) {
  return pattern(name).exec(readme)?.[0] ?? null;
}

/**
 * @param {string} readme
 * @param {string} name
 * @param {string} text
 * @param {string} path For the error where the README has no such block.
 */
export function replaceBlock(readme, name, text, path) {
  if (blockIn(readme, name) === null)
    throw new Error(
      `${path} has no block ${name}; add <!-- ${name}: written by pnpm readmes --> and <!-- /${name} -->`,
    );
  return readme.replace(pattern(name), () => text);
}

/**
 * Whether a written block says what it should. A size may be off by a tenth of a kilobyte: the compressors of two versions
 * of Node differ by some bytes.
 *
 * @param {string | null} written
 * @param {string} text
 */
export function isSame(written, text) {
  if (written === null) return false;
  const number = /\d+\.\d(?= kB)/g;
  const [a, b] = [written, text].map((each) => (each.match(number) ?? []).map(Number));
  const near = a?.every((value, index) => Math.abs(value - (b?.[index] ?? Number.NaN)) < 0.11) ?? false;
  return near && a?.length === b?.length && bare(written) === bare(text);

  /** @param {string} each The text without its sizes and the spaces that align a table. */
  function bare(each) {
    return each.replace(number, "").replace(/[ -]+/g, " ");
  }
}
