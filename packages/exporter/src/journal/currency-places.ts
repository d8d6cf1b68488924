/** The currencies of ISO 4217 whose minor unit is not a hundredth. */
const exceptions: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const places = new Map(
  Object.entries(exceptions).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, Number(digits)])),
);

/** The decimal places of a currency's minor unit (ISO 4217): 2, but for JPY 0, KWD 3 and their like. */
export function currencyPlaces(currency: string): number {
  return places.get(currency) ?? 2;
}
