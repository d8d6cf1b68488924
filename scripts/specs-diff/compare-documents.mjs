// @ts-check
import { changed, compareSchemas, resolve, sayRename } from "./compare-schemas.mjs";
import { findRenames } from "./find-renames.mjs";

/** @typedef {import("./compare-schemas.mjs").Json} Json */
/** @typedef {import("./compare-schemas.mjs").Change} Change */

const methods = ["get", "post", "put", "patch", "delete"];

/**
 * What a newer document of a provider changes of the operations that are kept of it, and which others lie beside them.
 *
 * @param {Json} before The stored document.
 * @param {Json} after
 * @param {readonly string[]} operations Those kept, such as `GET /wallets/{id}`.
 * @returns {{ changes: Change[], beside: string[] }}
 */
export function compareDocuments(before, after, operations) {
  return {
    changes: [
      ...compareServers(before, after),
      ...operations.flatMap((operation) => compareOperation(before, after, operation)),
    ],
    beside: operationsBeside(after, operations),
  };
}

/** @param {Json} before @param {Json} after @returns {Change[]} */
function compareServers(before, after) {
  const urls = (/** @type {Json} */ document) =>
    (document.servers ?? []).map((/** @type {Json} */ { url }) => url).join(", ");
  return urls(before) === urls(after) ? [] : [changed("breaks", "servers", "the address", urls(before), urls(after))];
}

/** @param {Json} document @param {string} operation @returns {Json | undefined} */
function operationOf(document, operation) {
  const [method = "", path = ""] = operation.split(" ");
  const item = document.paths?.[path];
  const found = item?.[method.toLowerCase()];
  // Parameters of the path are parameters of each of its operations.
  return found && { ...found, parameters: [...(item.parameters ?? []), ...(found.parameters ?? [])] };
}

/** @param {Json} document @returns {Map<string, Json>} By method and path. */
function operationsOf(document) {
  const paths = /** @type {[string, Json][]} */ (Object.entries(document.paths ?? {}));
  return new Map(
    paths.flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => [`${method.toUpperCase()} ${path}`, item[method]]),
    ),
  );
}

/** Whether an operation is another one by its id, or by all that it gives. @param {Json} before @param {Json} after @param {Json} old @param {Json} now */
function isSameOperation(before, after, old, now) {
  if (old.operationId !== undefined && old.operationId === now.operationId) return true;
  return compareAnswers(before, after, old.responses ?? {}, now.responses ?? {}, "").length === 0;
}

/** @param {Json} before @param {Json} after @param {string} operation @returns {Change[]} */
function compareOperation(before, after, operation) {
  const [old, now] = [operationOf(before, operation), operationOf(after, operation)];
  if (old === undefined) return [];
  if (now === undefined) {
    const renamed = findRenames(operationsOf(before), operationsOf(after), (one, other) =>
      isSameOperation(before, after, one, other),
    );
    return [{ weight: "breaks", place: operation, words: `is gone${sayRename(renamed.get(operation))}` }];
  }
  const deprecated = now.deprecated && !old.deprecated;
  return [
    ...(deprecated ? [/** @type {Change} */ ({ weight: "check", place: operation, words: "is deprecated" })] : []),
    ...compareSecurity(before, after, old, now, operation),
    ...compareParameters(before, after, old.parameters, now.parameters, operation),
    ...compareBodies(before, after, old, now, operation),
    ...compareAnswers(before, after, old.responses ?? {}, now.responses ?? {}, operation),
  ];
}

/** @param {Json} before @param {Json} after @param {Json} old @param {Json} now @param {string} operation @returns {Change[]} */
function compareSecurity(before, after, old, now, operation) {
  const say = (/** @type {Json} */ document, /** @type {Json} */ { security = document.security ?? [] }) =>
    security
      .flatMap((/** @type {Json} */ each) => Object.keys(each))
      .map((/** @type {string} */ name) => {
        const {
          type,
          scheme,
          in: place,
          name: header,
        } = resolve(document, document.components?.securitySchemes?.[name]);
        return [type, scheme, place, header].filter(Boolean).join(" ");
      })
      .toSorted()
      .join(" or ");
  const [was, is] = [say(before, old), say(after, now)];
  return was === is ? [] : [changed("breaks", operation, "how the key is sent", was, is)];
}

/** @param {Json} before @param {Json} after @param {any[]} old @param {any[]} now @param {string} operation @returns {Change[]} */
function compareParameters(before, after, old, now, operation) {
  const byName = (/** @type {Json} */ document, /** @type {any[]} */ list) =>
    new Map(list.map((each) => resolve(document, each)).map((each) => [`${each.in} parameter ${each.name}`, each]));
  const [was, is] = [byName(before, old), byName(after, now)];
  const sides = { before, after, direction: /** @type {const} */ ("sent") };
  const renames = findRenames(
    was,
    is,
    (one, other) => one.in === other.in && compareSchemas(sides, one.schema, other.schema, "").length === 0,
  );
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const place = `${operation}, ${key}`;
    const renamed = renames.get(key);
    const [one, other] = [was.get(key), is.get(key)];
    /** @param {import("./compare-schemas.mjs").Weight} weight @param {string} words @returns {Change} */
    const change = (weight, words) => ({ weight, place, words, field: (one ?? other)?.name });
    if (one === undefined)
      return [other?.required ? change("breaks", "is new, and must be sent") : change("harmless", "is new")];
    if (other === undefined)
      return [change("breaks", `is gone: what it asked for is ignored, or refused${sayRename(renamed)}`)];
    return [
      ...(other.required && !one.required ? [change("breaks", "must be sent now")] : []),
      ...compareSchemas(sides, one.schema, other.schema, place).map((each) => ({ field: one.name, ...each })),
    ];
  });
}

/** @param {Json} document @param {any} holder @returns {any} The schema of a body or of an answer. */
function schemaOf(document, holder) {
  const { content = {} } = resolve(document, holder);
  return (content["application/json"] ?? Object.values(content)[0])?.schema;
}

/** @param {Json} before @param {Json} after @param {Json} old @param {Json} now @param {string} operation @returns {Change[]} */
function compareBodies(before, after, old, now, operation) {
  const [was, is] = [schemaOf(before, old.requestBody), schemaOf(after, now.requestBody)];
  const place = `${operation}, body`;
  if (!was && !is) return [];
  if (!was || !is)
    return [changed("breaks", place, "the body", was ? "there" : "not there", is ? "there" : "not there")];
  return compareSchemas({ before, after, direction: "sent" }, was, is, place);
}

/** @param {Json} before @param {Json} after @param {Json} old @param {Json} now @param {string} operation @returns {Change[]} */
function compareAnswers(before, after, old, now, operation) {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((status) => {
    const place = `${operation}, answer ${status}`;
    const isSuccess = status.startsWith("2");
    if (!(status in now)) return [{ weight: isSuccess ? "breaks" : "harmless", place, words: "is gone" }];
    if (!(status in old)) return [{ weight: "check", place, words: "is new" }];
    const sides = { before, after, direction: /** @type {const} */ ("received") };
    const changes = compareSchemas(sides, schemaOf(before, old[status]), schemaOf(after, now[status]), place);
    // Errors are read leniently: their codes come from the status.
    return isSuccess
      ? changes
      : changes.map((each) => ({ ...each, weight: each.weight === "breaks" ? "check" : each.weight }));
  });
}

/** @param {Json} document @param {readonly string[]} operations */
function operationsBeside(document, operations) {
  const roots = operations.map((operation) => rootOf(operation.split(" ")[1] ?? ""));
  return [...operationsOf(document).keys()].filter(
    (each) => !operations.includes(each) && roots.includes(rootOf(each.split(" ")[1] ?? "")),
  );
}

/** @param {string} path Its first words that say what it is about: not a version, and not what follows a parameter. */
function rootOf(path) {
  const parts = path.split("/").filter((part) => part !== "" && part !== "api" && !/^v\d+$/.test(part));
  return parts[0] ?? "";
}
