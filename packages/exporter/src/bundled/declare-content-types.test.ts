import { expect, test } from "vitest";
import { declareContentTypes } from "./declare-content-types.js";

test("charts and drawings are declared, and what they refer by is not", () => {
  const parts = [
    "xl/charts/chart1.xml",
    "xl/drawings/drawing1.xml",
    "xl/drawings/_rels/drawing1.xml.rels",
    "xl/styles.xml",
  ];
  expect(declareContentTypes("<Types><A/></Types>", parts)).toBe(
    '<Types><A/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
  );
});
