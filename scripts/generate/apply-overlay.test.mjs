import { expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.mjs";

const document = {
  paths: { "/a": { get: { tags: ["x", "y"] } }, "/b": { get: { tags: ["x"] } } },
  count: 1,
};

/** @param {Partial<import("./apply-overlay.mjs").OverlayAction>} action */
const apply = (action) =>
  applyOverlay(document, { overlay: "1.0.0", actions: [{ target: "$", description: "why", ...action }] });

test("an update merges into every object that the target matches, and leaves the document as it was", () => {
  const before = structuredClone(document);
  expect(apply({ target: "$.paths[*].get", update: { summary: "s" } })).toEqual({
    paths: { "/a": { get: { tags: ["x", "y"], summary: "s" } }, "/b": { get: { tags: ["x"], summary: "s" } } },
    count: 1,
  });
  expect(document).toEqual(before);
});

test("an update replaces plain values and keeps what it does not name", () => {
  expect(apply({ update: { count: 2, paths: { "/a": { get: { deprecated: true } } } } })).toEqual({
    paths: { "/a": { get: { tags: ["x", "y"], deprecated: true } }, "/b": { get: { tags: ["x"] } } },
    count: 2,
  });
});

test("an update of an array adds one entry", () => {
  expect(apply({ target: "$.paths['/a'].get.tags", update: "z" })).toMatchObject({
    paths: { "/a": { get: { tags: ["x", "y", "z"] } } },
  });
});

test("several matches inside one array are removed, and no others", () => {
  const actions = [{ target: "$.list[?@.old]", description: "why", remove: true }];
  const list = [{ old: true }, { id: 1 }, { old: true }, { old: true }, { id: 2 }];
  expect(applyOverlay({ list }, { overlay: "1.0.0", actions })).toEqual({ list: [{ id: 1 }, { id: 2 }] });
});

test("actions apply one after the other", () => {
  const actions = [
    { target: "$.paths['/b']", description: "why", remove: true },
    { target: "$.paths", description: "why", update: { "/b": { post: {} } } },
  ];
  expect(applyOverlay(document, { overlay: "1.0.0", actions })).toMatchObject({ paths: { "/b": { post: {} } } });
});

test.each([
  [
    "an action that matches nothing",
    { target: "$.paths['/c']", update: {} },
    "action 1 ($.paths['/c']) matches nothing",
  ],
  ["an action without a reason", { description: " ", update: {} }, "has no description"],
  ["an action that does nothing", {}, "neither updates nor removes"],
  ["an update of a plain value", { target: "$.count", update: {} }, "would update a plain value"],
  ["an update of an object by a plain value", { target: "$.paths", update: 1 }, "would update a plain value"],
  [
    "a merge into an array",
    { target: "$.paths['/a'].get", update: { tags: ["z"] } },
    "would merge into the array tags",
  ],
  ["the removal of everything", { remove: true }, "would remove the whole document"],
])("%s is refused", (_, action, message) => {
  expect(() => apply(action)).toThrow(message);
});

test("an overlay of another version is refused", () => {
  expect(() => applyOverlay(document, { overlay: "2.0.0", actions: [] })).toThrow("overlay 2.0.0 is not understood");
});
