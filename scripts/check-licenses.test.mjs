import { expect, test } from "vitest";
import { refuseLicenses } from "./check-licenses.mjs";

const a = { name: "a", versions: ["1.0.0", "2.0.0"] };

test.each([
  [{ MIT: [a] }, []],
  [{ "(GPL-3.0 OR MIT)": [a] }, []],
  [{ "AGPL-3.0": [a] }, ["a 1.0.0, 2.0.0: AGPL-3.0"]],
  [{ "MIT AND GPL-3.0": [a] }, ["a 1.0.0, 2.0.0: MIT AND GPL-3.0"]],
  [{ Unknown: [a] }, ["a 1.0.0, 2.0.0: Unknown"]],
  [{ Unknown: [{ name: "spawndamnit", versions: ["3.0.1"] }] }, []],
])("of %j those are refused that are not allowed: %j", (licenses, refused) => {
  expect(refuseLicenses(licenses, ["MIT", "ISC"])).toEqual(refused);
});
