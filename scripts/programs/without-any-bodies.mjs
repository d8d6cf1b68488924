// @ts-check
/**
 * A document whose answers of any media type have no body at all: Prism cannot choose one, and fails where it should
 * answer. An empty body is one of those that the document allows there.
 *
 * @param {import("../generate/apply-overlay.mjs").JsonObject} document
 * @returns {import("../generate/apply-overlay.mjs").JsonObject}
 */
export function withoutAnyBodies(document) {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === "content" && value !== null && "*/*" in value ? undefined : value,
  );
}
