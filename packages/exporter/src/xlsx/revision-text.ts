/** What is added to the number of a month that was closed again. */
export function revisionText(revision: number): string {
  return revision === 1 ? "" : `, revision ${revision}`;
}
