import ExcelWorkbookWriter, { type ExcelWorksheet } from "exceljs/lib/stream/xlsx/workbook-writer.js";
import { relationshipsXml, relationshipTypes } from "./relationships-xml.js";

/** A drawing of charts as DrawingML; it names the charts `rId1`, `rId2` and so on, in their order. */
export interface ChartDrawing {
  readonly drawing: string;
  readonly charts: readonly string[];
}

/** exceljs' streaming writer, and what it cannot do: native charts, and sheets in another order than they are written. */
export default class WorkbookWriter extends ExcelWorkbookWriter {
  #drawings = 0;
  #charts = 0;

  /** Puts a drawing on a sheet that is not committed yet; a sheet holds one. */
  addCharts(sheet: ExcelWorksheet, { drawing, charts }: ChartDrawing): void {
    this.#drawings += 1;
    const name = `drawing${this.#drawings}.xml`;
    const targets = charts.map((chart) => {
      this.#charts += 1;
      this.zip.append(chart, { name: `/xl/charts/chart${this.#charts}.xml` });
      return { type: relationshipTypes.chart, target: `../charts/chart${this.#charts}.xml` };
    });
    this.zip.append(drawing, { name: `/xl/drawings/${name}` });
    this.zip.append(relationshipsXml(targets), { name: `/xl/drawings/_rels/${name}.rels` });
    const id = sheet._sheetRelsWriter.addRelationship({
      Target: `../drawings/${name}`,
      Type: relationshipTypes.drawing,
    });
    // Where the schema wants a drawing: after the page's set-up, before what exceljs writes for comments.
    sheet._writeLegacyData = () => sheet._write(`<drawing r:id="${id}"/>`);
  }

  /** Ends the workbook; its tabs stand in the order of their ranks. */
  async commitByRank(rankOf: (name: string) => number): Promise<void> {
    const sheets = this._worksheets.filter((sheet) => sheet !== undefined);
    sheets.sort((a, b) => rankOf(a.name) - rankOf(b.name));
    // Numbers are not given out again from here on, so the gap at the beginning is no longer needed.
    this._worksheets.splice(0, Number.POSITIVE_INFINITY, ...sheets);
    await this.commit();
  }
}
