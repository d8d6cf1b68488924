import type { Chart, ChartSeries, ChartTexts, ChartValues } from "./chart.js";
import { fontXml } from "./font-xml.js";
import { xmlText } from "./xml-text.js";

/** One series of a bar chart, with the values that its ranges hold. */
export function seriesXml({ kind, categories, format }: Chart, series: ChartSeries, index: number): string {
  const [first = "1F3A5F", ...others] = series.colors;
  const points = others.map((color, at) => `<c:dPt><c:idx val="${at + 1}"/>${bar}${fillXml(color)}</c:dPt>`);
  const labels = `<c:dLbls><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>${fontXml(900)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx>${textsXml(series.name)}</c:tx>${fillXml(first)}${bar}`,
    ...points,
    kind === "bars" ? labels : "",
    `<c:cat>${"format" in categories ? valuesXml(categories) : textsXml(categories)}</c:cat>`,
    `<c:val>${valuesXml(series.values)}</c:val></c:ser>`,
  ].join("");
}

const bar = '<c:invertIfNegative val="0"/>';

function fillXml(color: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr>`;
}

function valuesXml({ reference, values, format }: ChartValues): string {
  const cache = `<c:formatCode>${xmlText(format)}</c:formatCode>${pointsXml(values.map(String))}`;
  return `<c:numRef><c:f>${xmlText(reference)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
}

function textsXml({ reference, values }: ChartTexts): string {
  return `<c:strRef><c:f>${xmlText(reference)}</c:f><c:strCache>${pointsXml(values)}</c:strCache></c:strRef>`;
}

function pointsXml(values: readonly string[]): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${xmlText(value)}</c:v></c:pt>`);
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}
