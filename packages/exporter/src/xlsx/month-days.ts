/** The local dates of a month (YYYY-MM), in order. */
export function monthDays(month: string): readonly string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  // The day before the first of the next month.
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}

/** A month in words: `October 2026`. */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
