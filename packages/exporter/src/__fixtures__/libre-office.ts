import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Converts a file by LibreOffice, which calculates every formula anew; gives the path of what it wrote into the folder. */
export async function convert(file: string, format: "xlsx" | "pdf", folder: string): Promise<string> {
  const profile = join(folder, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(join(profile, "user/registrymodifications.xcu"), alwaysRecalculate);
  const place = `-env:UserInstallation=${pathToFileURL(profile)}`;
  const target = join(folder, format);
  await promisify(execFile)("soffice", [place, "--headless", "--convert-to", format, "--outdir", target, file]);
  return join(target, basename(file).replace(/\w+$/, format));
}
