import { expect, test } from "vitest";
import { currencyPlaces } from "./currency-places.js";

test.each([
  ["USD", 2],
  ["EUR", 2],
  ["INR", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["KWD", 3],
  ["TND", 3],
  ["CLF", 4],
])("an amount in %s has %i places (ISO 4217, list one)", (currency, places) => {
  expect(currencyPlaces(currency)).toBe(places);
});
