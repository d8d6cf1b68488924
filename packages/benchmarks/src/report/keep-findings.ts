const heading = "## Where the time goes";

/** The new report with what people wrote under the old one, from the heading "Where the time goes" on. */
export function keepFindings(report: string, old: string): string {
  const start = old.indexOf(`\n${heading}\n`);
  return start === -1 ? report : `${report}${old.slice(start)}`;
}
