// @ts-check
import { findRenames } from "./find-renames.mjs";

/** @typedef {Record<string, any>} Json */
/** @typedef {"breaks" | "check" | "harmless"} Weight */
/** @typedef {{ weight: Weight, place: string, words: string, field?: string }} Change */

/**
 * @typedef {object} Sides
 * @property {Json} before The documents that references are looked up in.
 * @property {Json} after
 * @property {"sent" | "received"} direction Whether we write such a value or read it: what a provider may tighten in one it
 *   may not in the other.
 */

/** @param {Json} document @param {any} value @returns {Json} The value, or what its reference names. */
export function resolve(document, value) {
  if (typeof value?.$ref !== "string") return value ?? {};
  const target = value.$ref
    .slice(2)
    .split("/")
    .reduce(
      (/** @type {any} */ at, /** @type {string} */ part) => at?.[part.replaceAll("~1", "/").replaceAll("~0", "~")],
      document,
    );
  const { $ref: _, ...beside } = value;
  return { ...resolve(document, target), ...beside };
}

/**
 * What changed between two schemas, in words.
 *
 * @param {Sides} sides
 * @param {any} before
 * @param {any} after
 * @param {string} place
 * @param {readonly string[]} [seen] References on the way here, for schemas that hold themselves.
 * @returns {Change[]}
 */
export function compareSchemas(sides, before, after, place, seen = []) {
  const references = [before?.$ref, after?.$ref].join(" ");
  if (references !== " " && seen.includes(references)) return [];
  const [old, now] = [resolve(sides.before, before), resolve(sides.after, after)];
  const next = [...seen, references];
  return [
    ...compareTypes(sides, old, now, place),
    ...compareValues(sides, old, now, place),
    ...compareBounds(sides, old, now, place),
    ...compareProperties(sides, old, now, place, next),
    ...(old.items && now.items ? compareSchemas(sides, old.items, now.items, `${place}[]`, next) : []),
    ...["allOf", "anyOf", "oneOf"].flatMap((key) =>
      compareChoices(sides, old[key], now[key], `${place} (${key})`, next),
    ),
  ];
}

/** @param {Json} schema @returns {string[]} */
function typesOf({ type, nullable }) {
  const types = type === undefined ? [] : [type].flat();
  return nullable === true ? [...types, "null"] : types;
}

/** @param {Sides} sides @param {Json} old @param {Json} now @param {string} place @returns {Change[]} */
function compareTypes({ direction }, old, now, place) {
  const [before, after] = [typesOf(old), typesOf(now)].map((types) => types.toSorted().join(" or "));
  const format = old.format === now.format ? [] : [changed("check", place, "its format", old.format, now.format)];
  if (before === after) return format;
  const wider = typesOf(now).every((type) => typesOf(old).includes(type));
  const narrower = typesOf(old).every((type) => typesOf(now).includes(type));
  const safe = (direction === "received" && wider && after !== "") || (direction === "sent" && narrower);
  return [changed(safe ? "harmless" : "breaks", place, "its type", before, after), ...format];
}

/** @param {Sides} sides @param {Json} old @param {Json} now @param {string} place @returns {Change[]} */
function compareValues({ direction }, old, now, place) {
  const [before, after] = [old.enum, now.enum].map((values) => (Array.isArray(values) ? values.map(String) : null));
  if (!before && !after) return [];
  if (!before || !after) return [changed("check", place, "its list of values", before?.join(", "), after?.join(", "))];
  const added = after.filter((each) => !before.includes(each));
  const gone = before.filter((each) => !after.includes(each));
  return [
    ...added.map((each) => ({
      weight: /** @type {Weight} */ (direction === "received" ? "check" : "harmless"),
      place,
      words: `has the new value ${each}${direction === "received" ? "; say what it means before it comes" : ""}`,
    })),
    ...gone.map((each) => ({
      weight: /** @type {Weight} */ (direction === "sent" ? "breaks" : "harmless"),
      place,
      words: `no longer has the value ${each}`,
    })),
  ];
}

/** @param {Sides} sides @param {Json} old @param {Json} now @param {string} place @returns {Change[]} */
function compareBounds({ direction }, old, now, place) {
  const bounds = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "default"];
  return bounds.flatMap((bound) => {
    if (old[bound] === now[bound]) return [];
    const isMinimum = bound.startsWith("min");
    const tightened =
      bound !== "default" &&
      now[bound] !== undefined &&
      (old[bound] === undefined ||
        bound === "pattern" ||
        (isMinimum ? now[bound] > old[bound] : now[bound] < old[bound]));
    const weight = direction === "received" || bound === "default" ? "check" : tightened ? "breaks" : "harmless";
    return [changed(weight, place, `its ${bound}`, old[bound], now[bound])];
  });
}

/** @param {Sides} sides @param {Json} old @param {Json} now @param {string} place @param {readonly string[]} seen @returns {Change[]} */
function compareProperties(sides, old, now, place, seen) {
  const { properties: before = {}, required: needed = [] } = old;
  const { properties: after = {}, required: needs = [] } = now;
  const received = sides.direction === "received";
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const schemas = (/** @type {Json} */ document, /** @type {Json} */ properties) =>
    new Map(Object.entries(properties).map(([name, schema]) => [name, resolve(document, schema)]));
  const [olds, news] = [schemas(sides.before, before), schemas(sides.after, after)];
  const renames = findRenames(olds, news, (one, other) => compareSchemas(sides, one, other, place, seen).length === 0);
  return names.flatMap((name) => {
    const field = `${place}.${name}`;
    /** @param {Weight} weight @param {string} words @returns {Change} */
    const change = (weight, words) => ({ weight, place: field, words, field: name });
    if (!(name in after))
      return [change("breaks", `is gone${received ? "" : ", and may be refused"}${sayRename(renames.get(name))}`)];
    if (!(name in before)) {
      if (received || !needs.includes(name)) return [change("harmless", "is new, and may be left out")];
      return [change("breaks", "is new, and must be sent")];
    }
    const inside = compareSchemas(sides, before[name], after[name], field, seen).map((each) => ({
      field: name,
      ...each,
    }));
    if (needed.includes(name) === needs.includes(name)) return inside;
    if (needs.includes(name)) return [change(received ? "harmless" : "breaks", "must be there now"), ...inside];
    return [change(received ? "breaks" : "harmless", "may be left out now"), ...inside];
  });
}

/** @param {Sides} sides @param {any} old @param {any} now @param {string} place @param {readonly string[]} seen @returns {Change[]} */
function compareChoices(sides, old, now, place, seen) {
  if (old === undefined && now === undefined) return [];
  const [before, after] = [old ?? [], now ?? []];
  if (before.length !== after.length)
    return [changed("check", place, "the number of its parts", before.length, after.length)];
  return before.flatMap((/** @type {any} */ each, /** @type {number} */ index) =>
    compareSchemas(sides, each, after[index], place, seen),
  );
}

/** @param {string | undefined} name What a thing that is gone is perhaps called now. */
export const sayRename = (name) => (name === undefined ? "" : `; perhaps it is ${name} now, which is new and alike`);

/** @param {Weight} weight @param {string} place @param {string} what @param {unknown} before @param {unknown} after @returns {Change} */
export function changed(weight, place, what, before, after) {
  const say = (/** @type {unknown} */ value) => (value === undefined || value === "" ? "unsaid" : String(value));
  return { weight, place, words: `${what} was ${say(before)} and is ${say(after)}` };
}
