import { expect, test } from "vitest";
import { createNeevCloudClient } from "../packages/neevcloud/dist/index.js";
import { mockProviders } from "./programs/mock-providers.mjs";
import { operationCalls } from "./programs/operation-calls.mjs";

// What the other tests of this kind rest on: that Prism tells a client from one that does not keep to the document.
const against = mockProviders(["neevcloud"], (document) =>
  JSON.parse(
    JSON.stringify(document)
      .replaceAll('"maximum":100', '"maximum":50')
      .replace('"/api/v1/orgs/{org_id}/wallets"', '"/api/v2/orgs/{org_id}/wallets"'),
  ),
);

test("a list that asks for larger pages than the document allows is refused", async () => {
  const { options, exchanges } = against("neevcloud");
  const read = async () => {
    for await (const _ of createNeevCloudClient(options).transactions({ org_id: "org_1" }));
  };
  await expect(read()).rejects.toMatchObject({ code: "invalid_request", status: 400 });
  expect(exchanges).toMatchObject([{ violations: [{ location: ["request", "query", "items_per_page"] }] }]);
});

test("an operation that the document has elsewhere is not found", async () => {
  const { options } = against("neevcloud");
  const call = operationCalls.neevcloud?.["GET /api/v1/orgs/{org_id}/wallets"];
  await expect(call?.(options)).rejects.toMatchObject({ code: "not_found", status: 404 });
});
