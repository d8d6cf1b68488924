// @ts-check
/** @typedef {{ name?: string, in?: string, $ref?: string }} Parameter */
/** @typedef {{ operation: string, statuses: number[], queryParameters: string[] }} Operation */

/**
 * The operations of an OpenAPI document, with the statuses and the query parameters that each one documents.
 *
 * @param {unknown} document
 * @returns {Operation[]}
 */
export function readOperations(document) {
  const { paths, components } = /** @type {{
   *   paths: Record<string, Record<string, { responses: object, parameters?: Parameter[] }>>,
   *   components: { parameters?: Record<string, Parameter> },
   * }} */ (document);
  const named = (/** @type {Parameter} */ each) => components.parameters?.[each.$ref?.split("/").at(-1) ?? ""] ?? each;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses, parameters = [] }]) => ({
      operation: `${method.toUpperCase()} ${path}`,
      statuses: Object.keys(responses).flatMap((status) => (status === "default" ? [] : [Number(status)])),
      queryParameters: parameters.map(named).flatMap((each) => (each.in === "query" && each.name ? [each.name] : [])),
    })),
  );
}
