/** Seconds, to three digits where they are few. */
export function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** Bytes in megabytes of 10⁶ bytes. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** How often the second figure goes into the first. */
export function ratio(value: number, base = 1): string {
  return `${(value / base).toFixed(2)} ×`;
}
