import { describe, expect, it } from "vitest";
import { short } from "../__fixtures__/short-entry.js";
import { entriesOf, entryOf, recordOf } from "../__fixtures__/source-record.js";
import { decimalText } from "../decimal-text.js";
import { readAccountUsage } from "./wavespeed-account.js";

// The example of wavespeed.ai/docs/check-billings: one image at $0.04.
const billing = {
  uuid: "1113382d696d4677a036540a9bbb88b4",
  access_key_id: "77730_1776946986692727375",
  access_key_name: "aboy",
  billing_type: "deduct",
  price: 0.04,
  created_at: "2026-04-23T12:23:30.933Z",
  updated_at: "2026-04-23T12:23:30.933Z",
  order: {
    uuid: "ca1224af40134dada3943d1ed8e3404b",
    state: "pre",
    price: 0.04,
    origin_price: 0.04,
    status: "",
    ak_id: 35,
  },
  prediction: {
    uuid: "0cbf014f272a461faab2d19929ccf759",
    model_uuid: "bytedance/seedream-v4.5",
    status: "created",
  },
};

describe("WaveSpeed billings/search", () => {
  it("reads the documented example as usage of 0.04", () => {
    const entry = entryOf("search", billing.uuid, billing);
    expect(short(entry)).toBe("usage -0.04 USD 2026-04-23T12:23:30.933Z");
    expect(entry).toMatchObject({
      id: `wavespeed/acme/${billing.uuid}`,
      service: "bytedance/seedream-v4.5",
      resource: "0cbf014f272a461faab2d19929ccf759",
      description: "bytedance/seedream-v4.5 (key aboy)",
      chargePeriod: null,
    });
    expect(entry.listAmount === null ? null : decimalText(entry.listAmount)).toBe("-0.04");
  });

  it("reads a refund as its own row of money back, with the price before discount", () => {
    const refund = {
      ...billing,
      billing_type: "refund",
      price: 0.0243,
      order: { ...billing.order, origin_price: 0.027 },
    };
    const entry = entryOf("search", "r", refund);
    expect(short(entry)).toBe("refund 0.0243 USD 2026-04-23T12:23:30.933Z");
    expect(entry.listAmount === null ? null : decimalText(entry.listAmount)).toBe("0.027");
  });

  it("reads the other form of the row alike", () => {
    const { access_key_id, access_key_name, ...rest } = billing;
    const row = { ...rest, access_key_uuid: "ak_1", order: { ...billing.order, status: 3 } };
    expect(entryOf("search", "b", row)).toMatchObject({
      kind: "usage",
      description: "bytedance/seedream-v4.5 (key ak_1)",
    });
  });

  it("knows nothing of what the row leaves out", () => {
    const entry = entryOf("search", "b", {
      billing_type: "deduct",
      price: "0.04",
      created_at: billing.created_at,
      order: null,
    });
    expect(entry).toMatchObject({ service: null, resource: null, listAmount: null, description: "deduct" });
  });

  it("keeps an unknown type outside the totals", () => {
    const entry = entryOf("search", "b", { ...billing, billing_type: "bonus" });
    expect(short(entry)).toBe("unclassified ?0.04 USD 2026-04-23T12:23:30.933Z");
  });

  it("refuses a price in the provider's former micro-dollars", () => {
    // An earlier copy of the provider's page shows this very row with 24300 for $0.0243.
    expect(() => entryOf("search", "b", { ...billing, price: 24300 })).toThrow(/micro-dollars/);
    expect(() => entryOf("search", "b", { ...billing, price: 1000 })).toThrow(
      expect.objectContaining({ code: "implausible_unit", path: "$.price" }),
    );
    expect(short(entryOf("search", "b", { ...billing, price: 999 }))).toBe("usage -999 USD 2026-04-23T12:23:30.933Z");
    expect(short(entryOf("search", "b", { ...billing, price: 1000.5 }))).toContain("usage -1000.5 USD");
  });

  it.each([
    [{ price: undefined }, "missing_field", "$.price"],
    [{ price: -0.04 }, "undocumented_sign", "$.price"],
    [{ order: { origin_price: {} } }, "wrong_type", "$.order.origin_price"],
    [{ order: [] }, "wrong_type", "$.order"],
    [{ prediction: "p" }, "wrong_type", "$.prediction"],
    [{ created_at: "1776946986692" }, "invalid_instant", "$.created_at"],
  ])("refuses %j with %s", (change, code, path) => {
    expect(() => entriesOf("search", "b", { ...billing, ...change })).toThrow(expect.objectContaining({ code, path }));
  });
});

// The examples of the provider's earlier page: a top-up of 100.00 and usage of 15.50.
const topUp = {
  id: "txn_abc123",
  type: "topup",
  amount: 100.0,
  currency: "USD",
  status: "completed",
  payment_method: "stripe",
  created_at: "2024-01-15T10:30:00.000Z",
};
const usage = {
  id: "txn_def456",
  type: "usage",
  amount: -15.5,
  currency: "USD",
  status: "completed",
  model: "wavespeed-ai/flux-dev",
  created_at: "2024-01-15T11:00:00.000Z",
};

describe("WaveSpeed account/billings", () => {
  it("reads the documented top-up", () => {
    const entry = entryOf("account", topUp.id, topUp);
    expect(short(entry)).toBe("top-up 100 USD 2024-01-15T10:30:00.000Z");
    expect(entry.description).toBe("topup by stripe");
  });

  it("never books its usage rows, which are a cross-check", () => {
    expect(entriesOf("account", usage.id, usage)).toEqual([]);
    const check = readAccountUsage(recordOf("account", usage.id, usage));
    expect(check === null ? null : decimalText(check.amount)).toBe("-15.5");
    expect(check).toMatchObject({ postedAt: "2024-01-15T11:00:00.000Z", model: "wavespeed-ai/flux-dev" });
    expect(readAccountUsage(recordOf("account", topUp.id, topUp))).toBeNull();
    expect(readAccountUsage(recordOf("account", usage.id, { ...usage, status: "pending" }))).toBeNull();
  });

  it.each(["pending", "failed"])("books no %s top-up", (status) => {
    expect(entriesOf("account", "t", { ...topUp, status })).toEqual([]);
  });

  it("keeps an unknown type or status outside the totals", () => {
    expect(short(entryOf("account", "t", { ...topUp, type: "bonus" }))).toContain("unclassified ?100 USD");
    expect(short(entryOf("account", "t", { ...usage, type: "fee" }))).toContain("unclassified ?15.5 USD");
    expect(short(entryOf("account", "t", { ...topUp, status: "disputed" }))).toContain("unclassified ?100 USD");
  });

  it("reads a top-up taken back as an adjustment", () => {
    expect(short(entryOf("account", "t", { ...topUp, amount: -100 }))).toContain("adjustment -100 USD");
  });

  it("refuses a top-up without an amount", () => {
    expect(() => entriesOf("account", "t", { ...topUp, amount: undefined })).toThrow(
      expect.objectContaining({ code: "missing_field", path: "$.amount", recordId: "wavespeed/acme/t" }),
    );
  });
});
