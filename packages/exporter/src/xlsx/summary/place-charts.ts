import type { ChartDrawing } from "#workbook-writer";
import type { Chart } from "../charts/chart.js";
import { chartXml } from "../charts/chart-xml.js";
import { type ChartPlace, drawingXml } from "../charts/drawing-xml.js";
import { chartRows } from "./layout.js";

/** The drawing of pairs of charts, one below the other, from a row on (counted from 1). */
export function placeCharts(pairs: readonly (readonly [left: Chart, right: Chart])[], row: number): ChartDrawing {
  const places = pairs.flatMap(([left, right], index) => {
    const top = row - 1 + index * (chartRows + 1);
    return [placeOf(left, [0, 5], top), placeOf(right, [5, 12], top)];
  });
  return { drawing: drawingXml(places), charts: pairs.flat().map(chartXml) };
}

function placeOf(chart: Chart, columns: ChartPlace["columns"], top: number): ChartPlace {
  return { title: chart.title, description: describe(chart), columns, rows: [top, top + chartRows] };
}

/** What a chart shows, for those who do not see it. */
function describe({ title, kind, categories, series }: Chart): string {
  if (kind === "bars") {
    const spends = series[0]?.values.values ?? [];
    return `${title}: ${categories.values.map((name, index) => `${name} ${spends[index] ?? ""}`).join(", ")}`;
  }
  return `${title}, stacked by provider: ${series.map(({ name }) => name.values[0]).join(", ")}; the figures stand on Chart data`;
}
