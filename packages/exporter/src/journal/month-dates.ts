/** The first date of a month, `YYYY-MM-DD`. */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** The last date of a month. */
export function lastDay(month: string): string {
  return previousDay(firstOfNext(month));
}

/** The first date of the month after. */
export function firstOfNext(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

/** The date before. */
export function previousDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
