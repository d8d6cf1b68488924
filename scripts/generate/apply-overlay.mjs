// @ts-check
import { exec } from "jsonpath-rfc9535";

/** @typedef {import("jsonpath-rfc9535").JsonValue} JsonValue */
/** @typedef {{ [key: string]: JsonValue }} JsonObject */
/** @typedef {{ target: string, description?: string, update?: JsonValue, remove?: boolean }} OverlayAction */
/** @typedef {{ overlay: string, actions: OverlayAction[] }} Overlay */

/**
 * Applies an OpenAPI Overlay 1.0.0 to a parsed document and gives a new document. Stricter than the
 * specification: every action must say why it is there and must match something.
 *
 * @param {JsonObject} document
 * @param {Overlay} overlay
 * @returns {JsonObject}
 */
export function applyOverlay(document, overlay) {
  if (!/^1\.0\.\d+$/.test(overlay.overlay))
    throw new Error(`overlay ${overlay.overlay} is not understood; write 1.0.0`);
  const result = structuredClone(document);
  for (const [index, action] of overlay.actions.entries()) {
    try {
      applyAction(result, action);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`action ${index + 1} (${action.target}) ${reason}`, { cause });
    }
  }
  return result;
}

/**
 * @param {JsonObject} document
 * @param {OverlayAction} action
 */
function applyAction(document, action) {
  if (!action.description?.trim()) throw new Error("has no description; say why it is there and on what evidence");
  /** @type {{ value: JsonValue, path: (string | number)[] }[]} */
  const targets = [];
  exec(document, action.target, (value, path) => targets.push({ value, path: [...path] }));
  if (targets.length === 0) throw new Error("matches nothing; correct its target, or remove it");
  if (action.remove) {
    // The last match first: taking an entry out of an array moves those behind it.
    for (const { path } of targets.reverse()) remove(document, path);
  } else if (action.update !== undefined) {
    for (const { value } of targets) update(value, action.update);
  } else throw new Error("neither updates nor removes; give it update or remove");
}

/**
 * @param {JsonValue} target
 * @param {JsonValue} entry
 */
function update(target, entry) {
  if (Array.isArray(target)) target.push(structuredClone(entry));
  else if (isObject(target) && isObject(entry)) merge(target, entry);
  else throw new Error("would update a plain value; target the object that holds it");
}

/**
 * @param {JsonObject} target
 * @param {JsonObject} source
 */
function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    const old = target[key];
    if (isObject(old) && isObject(value)) merge(old, value);
    // Overlay 1.0.0 leaves open whether arrays are joined or replaced here.
    else if (Array.isArray(old)) throw new Error(`would merge into the array ${key}; target the array itself`);
    else target[key] = structuredClone(value);
  }
}

/**
 * @param {JsonObject} document
 * @param {(string | number)[]} path
 */
function remove(document, path) {
  const key = path.at(-1);
  /** @type {JsonValue} */
  let parent = document;
  for (const part of path.slice(0, -1)) parent = /** @type {JsonObject} */ (parent)[part] ?? null;
  if (Array.isArray(parent) && typeof key === "number") parent.splice(key, 1);
  else if (isObject(parent) && key !== undefined) delete parent[key];
  else throw new Error("would remove the whole document");
}

/**
 * @param {JsonValue | undefined} value
 * @returns {value is JsonObject}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
