import type { Chart } from "./chart.js";
import { fontXml } from "./font-xml.js";
import { xmlText } from "./xml-text.js";

const line = (color: string) =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;

/** The axes of a bar chart: categories (1) from the top or the left, values (2) with quiet grid lines. */
export function axesXml({ kind, categories, format }: Chart): string {
  const isStacked = kind === "columns";
  const categoryFormat = "format" in categories ? categories.format : "General";
  const category = [
    `<c:axId val="1"/><c:scaling><c:orientation val="${isStacked ? "minMax" : "maxMin"}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${isStacked ? "b" : "l"}"/>`,
    `<c:numFmt formatCode="${xmlText(categoryFormat)}" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line("7B8794")}${fontXml(900)}`,
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>',
  ];
  const value = [
    '<c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling>',
    `<c:delete val="0"/><c:axPos val="${isStacked ? "l" : "b"}"/><c:majorGridlines>${line("E1E6EB")}</c:majorGridlines>`,
    `<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line("E1E6EB")}${fontXml(900)}`,
    // Categories that run from the top put their end, where this axis belongs, at the bottom.
    `<c:crossAx val="1"/><c:crosses val="${isStacked ? "autoZero" : "max"}"/><c:crossBetween val="between"/>`,
  ];
  return `<c:catAx>${category.join("")}</c:catAx><c:valAx>${value.join("")}</c:valAx>`;
}
