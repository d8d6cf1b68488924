import { expect, test } from "vitest";
import { describeDocument } from "./describe-document.mjs";

const record = { sourceUrl: ["https://a.example/openapi.json"], retrieved: "2026-11-21" };
/** @param {import("./apply-overlay.mjs").JsonObject} schema */
const described = (schema) => {
  const document = describeDocument({ components: { schemas: { Row: { properties: { amount: schema } } } } }, record);
  return /** @type {any} */ (document).components.schemas.Row;
};

test("a schema says where it is from and when that was read", () => {
  expect(described({}).description).toBe("Source: https://a.example/openapi.json, read on 2026-11-21.");
});

test.each([
  [{ type: "integer", minimum: 0 }, "At least 0."],
  [{ type: "integer", minimum: 1, maximum: 100, description: "Rows a page." }, "Rows a page; at least 1, at most 100."],
  [{ type: "integer", minimum: 1, maximum: 100, description: "Rows, 1 to 100" }, "Rows, 1 to 100"],
  [{ type: "integer", minimum: 1, maximum: 10, description: "Rows, 1 to 100" }, "Rows, 1 to 100; at most 10."],
  [{ type: "string", description: "An id." }, "An id."],
])("%j is described as %j", (schema, description) => {
  expect(described(schema).properties.amount.description).toBe(description);
});

test("a parameter's bounds stand beside its words, and the document is left as it was", () => {
  const parameter = { in: "query", name: "limit", description: "Rows.", schema: { type: "integer", maximum: 50 } };
  const document = { paths: { "/rows": { get: { parameters: [parameter] } } } };
  const before = structuredClone(document);
  const { paths } = /** @type {any} */ (describeDocument(document, record));
  expect(paths["/rows"].get.parameters[0].description).toBe("Rows; at most 50.");
  expect(document).toEqual(before);
});
