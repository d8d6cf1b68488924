import { axesXml } from "./axes-xml.js";
import type { Chart } from "./chart.js";
import { fontXml } from "./font-xml.js";
import { seriesXml } from "./series-xml.js";
import { xmlText } from "./xml-text.js";

const namespaces = [
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(" ");

/** A chart as DrawingML (ECMA-376 part 1, 21.2). */
export function chartXml(chart: Chart): string {
  const isStacked = chart.kind === "columns";
  const plot = [
    `<c:barDir val="${isStacked ? "col" : "bar"}"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/>`,
    '<c:varyColors val="0"/>',
    ...chart.series.map((series, index) => seriesXml(chart, series, index)),
    `<c:gapWidth val="${isStacked ? 35 : barGap(chart)}"/>${isStacked ? '<c:overlap val="100"/>' : ""}`,
    '<c:axId val="1"/><c:axId val="2"/>',
  ].join("");
  const legend = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${fontXml(900)}</c:legend>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title),
    '<c:autoTitleDeleted val="0"/>',
    `<c:plotArea><c:layout/><c:barChart>${plot}</c:barChart>${axesXml(chart)}</c:plotArea>`,
    isStacked ? legend : "",
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="BCC5CE"/></a:solidFill></a:ln></c:spPr>',
    `${fontXml(900)}</c:chartSpace>`,
  ].join("");
}

function titleXml(title: string): string {
  const font =
    'lang="en" sz="1200" b="1"><a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill><a:latin typeface="Calibri"/>';
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr ${font}</a:rPr><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The gap between bars in percent of a bar, so that one bar alone is no block. */
function barGap({ categories }: Chart): number {
  return categories.values.length < 3 ? 200 : 60;
}
