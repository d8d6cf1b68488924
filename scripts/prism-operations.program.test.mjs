import { describe, expect, test } from "vitest";
import { findProviders, readDocument } from "./generate/read-document.mjs";
import { mockProviders, root } from "./programs/mock-providers.mjs";
import { operationCalls } from "./programs/operation-calls.mjs";
import { readOperations } from "./programs/read-operations.mjs";

const providers = await findProviders(root);
const against = mockProviders(providers);

/** @type {Record<number, string>} */
const codes = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  422: "invalid_request",
  429: "rate_limited",
  500: "server_error",
};
/** Not every account has this operation. */
const optional = "GET /api/v3/account/billings";

test("every document's provider has its calls", () => {
  expect(Object.keys(operationCalls).sort()).toEqual(providers);
});

describe.each(Object.entries(operationCalls))("%s", async (provider, calls) => {
  const operations = readOperations((await readDocument(root, provider)).overlaid);
  const each = operations.map((documented) => {
    const call = calls[documented.operation];
    if (call === undefined) throw new Error(`nothing calls ${documented.operation}`);
    return { ...documented, call };
  });

  test("nothing is called that the document does not have", () => {
    expect(Object.keys(calls).sort()).toEqual(operations.map(({ operation }) => operation).sort());
  });

  test.each(each)("$operation is asked as the document wants it", async ({ operation, queryParameters, call }) => {
    const { options, exchanges } = against(provider);
    const { data, response } = await call(options);
    expect(response.status).toBe(200);
    expect(exchanges).toMatchObject([{ violations: [] }]);
    const [exchange] = exchanges;
    const url = new URL(exchange?.address ?? "", "http://127.0.0.1");
    const pattern = operation.replaceAll(/\{\w+\}/g, "[^/]+");
    expect(`${exchange?.method} ${url.pathname}`).toMatch(new RegExp(`^${pattern}$`));
    expect([...url.searchParams.keys()].sort()).toEqual(queryParameters.toSorted());
    expect(Object.keys(Object(data)).length).toBeGreaterThan(1);
  });

  const failures = each.flatMap((documented) =>
    documented.statuses.filter((status) => status !== 200).map((status) => ({ ...documented, status })),
  );
  test.each(failures)("$operation answered with $status is an error of that kind", async (failure) => {
    const { operation, status, call } = failure;
    const { options } = against(provider, { prefer: `code=${status}` });
    const gone = operation === optional && [404, 405].includes(status);
    const code = gone ? "not_available" : codes[status];
    await expect(call(options)).rejects.toMatchObject({ name: "ClientError", code, status });
  });

  test.each(each)("$operation is refused without the key, and with it in another place", async ({ call }) => {
    for (const replacement of [{}, { authorization: "Basic key_1" }, { "api-key": "key_1" }]) {
      /** @param {Headers} headers */
      const change = (headers) => {
        for (const name of ["authorization", "x-api-key"]) headers.delete(name);
        for (const [name, value] of Object.entries(replacement)) headers.set(name, value);
      };
      const { options, exchanges } = against(provider, { change });
      await expect(call(options)).rejects.toMatchObject({ code: "unauthorized", status: 401 });
      expect(exchanges).toMatchObject([{ violations: [{ message: "Invalid security scheme used" }] }]);
    }
  });
});
