// @ts-check
/** @typedef {import("./apply-overlay.mjs").JsonObject} JsonObject */
/** @typedef {import("./apply-overlay.mjs").JsonValue} JsonValue */

/**
 * A document whose descriptions say what its types cannot: the bounds of a number, and on each schema where it is from and
 * when that was read.
 *
 * @param {JsonObject} document
 * @param {Pick<import("./read-document.mjs").DocumentRecord, "sourceUrl" | "retrieved">} record
 * @returns {JsonObject}
 */
export function describeDocument(document, { sourceUrl, retrieved }) {
  const copy = withBounds(structuredClone(document));
  const { schemas = {} } = /** @type {{ schemas?: Record<string, JsonObject> }} */ (
    /** @type {JsonObject} */ (copy).components ?? {}
  );
  for (const schema of Object.values(schemas)) {
    const source = `Source: ${sourceUrl.join(", ")}, read on ${retrieved}.`;
    schema.description = [schema.description, source].filter(Boolean).join("\n\n");
  }
  return /** @type {JsonObject} */ (copy);
}

/**
 * @param {JsonValue} value
 * @returns {JsonValue}
 */
function withBounds(value) {
  if (Array.isArray(value)) return value.map(withBounds);
  if (typeof value !== "object" || value === null) return value;
  const each = /** @type {JsonObject} */ (
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBounds(item)]))
  );
  // A parameter has its bounds in its schema, and its words beside that.
  const schema = "in" in each && typeof each.schema === "object" ? each.schema : each;
  const { minimum, maximum } = /** @type {{ minimum?: JsonValue, maximum?: JsonValue }} */ (schema);
  const text = typeof each.description === "string" ? each.description : "";
  const bounds = [
    typeof minimum === "number" && !says(text, minimum) ? [`at least ${minimum}`] : [],
    typeof maximum === "number" && !says(text, maximum) ? [`at most ${maximum}`] : [],
  ].flat();
  if (bounds.length === 0 || (!("type" in each) && !("in" in each))) return each;
  const sentence = bounds.join(", ");
  const start = text === "" ? "" : `${text.trimEnd().replace(/\.$/, "")}; `;
  return {
    ...each,
    description: `${start}${start === "" ? sentence[0]?.toUpperCase() + sentence.slice(1) : sentence}.`,
  };
}

/** @param {string} text @param {number} bound */
const says = (text, bound) => new RegExp(`(?<![\\d.])${bound}(?![\\d])`).test(text);
