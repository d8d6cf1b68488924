/** Colors that stay apart in print and to the color-blind. */
const palette = ["1F3A5F", "2A9D8F", "E9A23B", "B5485F", "6B7F3A"];

const providers = ["prime-intellect", "neevcloud", "flexprice", "wavespeed", "runpod"];

/** A provider's color, RRGGBB, the same in every chart. */
export function providerColor(provider: string): string {
  return palette[providers.indexOf(provider)] ?? "52606D";
}
