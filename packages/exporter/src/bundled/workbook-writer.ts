import ExcelWorkbookWriter, { type ExcelWorksheet } from "exceljs/lib/stream/xlsx/workbook-writer.js";
import { PartStream } from "./part-stream.js";
import { relationshipsXml, relationshipTypes } from "./relationships-xml.js";

/** A drawing of charts as DrawingML; it names the charts `rId1`, `rId2` and so on, in their order. */
export interface ChartDrawing {
  readonly drawing: string;
  readonly charts: readonly string[];
}

/** Ids and exact amounts are texts on purpose, which Excel would mark as mistakes. */
const numbersAsText = '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>';

/**
 * exceljs' streaming writer, and what it cannot do: native charts, texts that look like numbers without a mark, sheets in
 * another order than they are written, and rows that are written out already.
 */
export default class WorkbookWriter extends ExcelWorkbookWriter {
  #drawings = 0;
  #charts = 0;
  readonly #drawingOf = new Map<ExcelWorksheet, string>();

  override addWorksheet(name: string, options: unknown): ExcelWorksheet {
    const sheet = super.addWorksheet(name, options);
    // Here exceljs writes comments, of which there are none; both elements belong right before them.
    sheet._writeLegacyData = () => sheet._write(numbersAsText + (this.#drawingOf.get(sheet) ?? ""));
    sheet.writeRows = (xml) => {
      if (!sheet.startedData) {
        sheet._writeColumns();
        sheet._writeOpenSheetData();
        sheet.startedData = true;
      }
      sheet.stream.write(xml);
    };
    return sheet;
  }

  override _openStream(path: string): PartStream {
    const stream = new PartStream();
    this.zip.append(stream, { name: path });
    stream.once("finish", () => stream.emit("zipped"));
    return stream;
  }

  /** The number by which cells name a style; the same object has the same one. */
  styleIdOf(style: object): number {
    return this.styles.addStyleModel(style);
  }

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
    this.#drawingOf.set(sheet, `<drawing r:id="${id}"/>`);
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
