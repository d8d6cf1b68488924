import exceljs from "exceljs";

/** A workbook's sheets by name: rows of values without the empty first place, rich text as the text it is. */
export async function readWorkbook(bytes: Buffer) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheet = (name: string) => {
    const found = workbook.getWorksheet(name);
    if (found === undefined) throw new Error(`there is no sheet ${name}`);
    return found;
  };
  const rows = (name: string) => {
    const all: unknown[][] = [];
    sheet(name).eachRow((row) => all.push([...(row.values as exceljs.CellValue[])].slice(1).map(plain)));
    return all;
  };
  return { names: workbook.worksheets.map(({ name }) => name), sheet, rows };
}

function plain(value: exceljs.CellValue): unknown {
  if (typeof value !== "object" || value === null || !("richText" in value)) return value;
  return value.richText.map(({ text }) => text).join("");
}
