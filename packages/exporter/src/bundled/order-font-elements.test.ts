import { expect, test } from "vitest";
import { orderFontElements } from "./order-font-elements.js";

test("the children of a font stand in the order of the schema", () => {
  expect(
    orderFontElements(
      '<font><color theme="1"/><family val="2"/><b/><scheme val="minor"/><sz val="11"/><name val="Calibri"/></font>',
    ),
  ).toBe(
    '<font><b/><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>',
  );
});
