import type { ExportFormatName } from "@spendbook/exporter";

export type Format = ExportFormatName;

/** Every format, without loading what writes them. */
const written: Readonly<Record<Format, "by default" | "on request">> = {
  csv: "by default",
  xlsx: "by default",
  json: "by default",
};

export const formats = Object.keys(written) as readonly Format[];
export const defaultFormats = formats.filter((format) => written[format] === "by default");
