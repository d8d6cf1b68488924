/** The kinds of parts that exceljs does not know of, by their folder. */
const contentTypes: Readonly<Record<string, string>> = {
  charts: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  drawings: "application/vnd.openxmlformats-officedocument.drawing+xml",
};

/** Adds charts and drawings among the parts to a package's list of content types, which must name each. */
export function declareContentTypes(list: string, parts: readonly string[]): string {
  const overrides = parts.flatMap((part) => {
    const [, folder = ""] = /^xl\/(\w+)\/\w+\.xml$/.exec(part) ?? [];
    const type = contentTypes[folder];
    return type === undefined ? [] : [`<Override PartName="/${part}" ContentType="${type}"/>`];
  });
  return list.replace("</Types>", `${overrides.join("")}</Types>`);
}
