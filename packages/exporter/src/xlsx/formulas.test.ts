import { expect, test } from "vitest";
import { columnLetter } from "./column-letter.js";
import { criterion, reference, sumIfs } from "./formulas.js";

test("a sum reaches over every sheet that its rows stand on", () => {
  const blocks = [
    { sheet: "By day", first: 2, last: 41 },
    { sheet: "By day 2", first: 2, last: 7 },
  ];
  expect(sumIfs(blocks, "E", [["D", criterion("USD")]])).toBe(
    `SUMIFS('By day'!$E$2:$E$41,'By day'!$D$2:$D$41,"=USD")+SUMIFS('By day 2'!$E$2:$E$7,'By day 2'!$D$2:$D$7,"=USD")`,
  );
  expect(sumIfs([], "E", [])).toBe("0");
});

test("a sheet's name and a criterion stand for themselves", () => {
  expect(reference("it's", "A1")).toBe("'it''s'!A1");
  expect(criterion('a*b?~"c"')).toBe('"=a~*b~?~~""c"""');
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [53, "BA"],
  [702, "ZZ"],
  [703, "AAA"],
  [16_384, "XFD"],
])("column %i is %s", (number, letter) => {
  expect(columnLetter(number)).toBe(letter);
});
