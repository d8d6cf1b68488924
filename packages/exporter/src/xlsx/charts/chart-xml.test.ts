import { expect, test } from "vitest";
import type { Chart } from "./chart.js";
import { chartXml } from "./chart-xml.js";
import { drawingXml } from "./drawing-xml.js";

const chart: Chart = {
  title: 'Spend <by> "provider" & day',
  kind: "bars",
  format: '#,##0.00" & "',
  categories: { reference: "'A & B'!$A$1:$A$2", values: ["<a>", "b\0\ud800"] },
  series: [
    {
      name: { reference: "'A & B'!$B$1", values: ["USD"] },
      values: { reference: "'A & B'!$B$1:$B$2", values: [0.1, 12.000001], format: "#,##0.00" },
      colors: ["112233", "445566"],
    },
  ],
};

test("a chart refers to its ranges and holds their values, with everything escaped", () => {
  const xml = chartXml(chart);
  expect(xml).toContain("<c:f>'A &amp; B'!$B$1:$B$2</c:f>");
  expect(xml).toContain('<c:pt idx="0"><c:v>0.1</c:v></c:pt><c:pt idx="1"><c:v>12.000001</c:v></c:pt>');
  expect(xml).toContain("<a:t>Spend &lt;by&gt; &quot;provider&quot; &amp; day</a:t>");
  expect(xml).toContain("<c:v>&lt;a&gt;</c:v>");
  expect(xml).toContain("<c:v>b\ufffd\ufffd</c:v>");
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
});

test("columns are stacked and have a legend, bars have their values written at them", () => {
  const bars = chartXml(chart);
  const columns = chartXml({ ...chart, kind: "columns" });
  expect(columns).toContain('<c:grouping val="stacked"/>');
  expect(columns).toContain("<c:legend>");
  expect(columns).not.toContain("<c:dLbls>");
  expect(bars).toContain('<c:barDir val="bar"/><c:grouping val="clustered"/>');
  expect(bars).toContain("<c:dLbls>");
  expect(bars).not.toContain("<c:legend>");
});

test("a drawing says in words what each chart shows", () => {
  const xml = drawingXml([
    { title: "A", description: 'one "&" two', columns: [0, 5], rows: [10, 26] },
    { title: "B", description: "", columns: [5, 12], rows: [10, 26] },
  ]);
  expect(xml).toContain('<xdr:cNvPr id="2" name="A" descr="one &quot;&amp;&quot; two"/>');
  expect(xml).toContain("<xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>26</xdr:row>");
  expect(xml.match(/r:id="rId\d"/g)).toEqual(['r:id="rId1"', 'r:id="rId2"']);
});
