// @ts-check
/** @typedef {{ name: string, in: string }} Parameter */
/** @typedef {{ operation: string, statuses: number[], queryParameters: string[] }} Operation */

/**
 * The operations of an OpenAPI document, with the statuses and the query parameters that each one documents.
 *
 * @param {unknown} document
 * @returns {Operation[]}
 */
export function readOperations(document) {
  const { paths } =
    /** @type {{ paths: Record<string, Record<string, { responses: object, parameters?: Partial<Parameter>[] }>> }} */ (
      document
    );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses, parameters = [] }]) => ({
      operation: `${method.toUpperCase()} ${path}`,
      statuses: Object.keys(responses).map(Number),
      queryParameters: parameters.flatMap((each) => (each.in === "query" && each.name ? [each.name] : [])),
    })),
  );
}
