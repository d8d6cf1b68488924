import { describe, expect, it } from "vitest";
import { recordOf } from "./__fixtures__/source-record.js";
import { NormalizationError } from "./normalization-error.js";
import { normalize } from "./normalize.js";
import { NormalizerError } from "./normalizer-error.js";

describe("normalize", () => {
  it.each(["GET /api/v9/elsewhere", "GET /wallets/{id}/transactions"])(
    "refuses a record of %s for another provider",
    (endpoint) => {
      const record = { ...recordOf("neev", "t", {}), endpoint };
      expect(() => normalize(record, { timezone: "UTC" })).toThrow(
        expect.objectContaining({ code: "unknown_endpoint", recordId: "neevcloud/acme/t" }),
      );
    },
  );

  it.each([null, [], "row", 7, undefined])("refuses a body that is %j", (body) => {
    for (const endpoint of ["prime", "neev", "flexprice", "search", "account"] as const) {
      expect(() => normalize(recordOf(endpoint, "t", body), { timezone: "UTC" })).toThrow(
        expect.objectContaining({ code: "wrong_type", path: "$" }),
      );
    }
  });

  it("names the place, the record and the remedy in its error, and is recognised as its own kind", () => {
    let error: unknown;
    try {
      normalize(recordOf("neev", "t7", { amount_micro_dollars: "many" }), { timezone: "UTC" });
    } catch (caught) {
      error = caught;
    }
    expect(NormalizationError.isInstance(error)).toBe(true);
    expect(NormalizerError.isInstance(error)).toBe(true);
    expect((error as Error).message).toMatch(
      /^neevcloud\/acme\/t7 at \$\.amount_micro_dollars: "many" is not an exact decimal.*Collect again/,
    );
  });

  it("refuses a zone that does not exist", () => {
    expect(() => normalize(recordOf("neev", "t", {}), { timezone: "Moon/Base" })).toThrow(
      expect.objectContaining({ code: "invalid_timezone" }),
    );
  });
});
