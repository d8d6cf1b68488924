/** What the page holds of each line, by the names in which it is searched and shown; dates are local, instants UTC. */
export const lineFields = {
  date: "Date",
  postedAt: "Posted at",
  periodStart: "Charged from",
  periodEnd: "Charged until",
  provider: "Provider",
  account: "Account",
  wallet: "Wallet",
  bucket: "Part of the wallet",
  kind: "Kind",
  service: "Service",
  resource: "Resource",
  keyName: "Key",
  description: "Description",
  quantity: "Quantity",
  unit: "Unit",
  amount: "Amount",
  unsignedAmount: "Amount of unknown direction",
  currency: "Currency",
  listAmount: "List amount",
  estimated: "Estimated",
  correctedMonth: "Corrects the closed month",
  correctedLine: "Corrects the line",
  correctedKind: "Corrected kind",
  code: "Account in the books",
  costCentre: "Cost centre",
  taxTreatment: "Tax treatment",
  vendor: "Vendor",
  rule: "Mapping rule",
  functionalAmount: "Functional amount",
  functionalCurrency: "Functional currency",
  rate: "Rate",
  rateSource: "Source of the rate",
  id: "Line",
  endpoint: "Endpoint",
  sourceId: "Provider's record",
  revision: "Revision of the record",
  sha256: "SHA-256 of the record",
} as const;

export type LineField = keyof typeof lineFields;

export const lineFieldNames = Object.keys(lineFields) as readonly LineField[];

/** A line as the page holds it: exact decimal texts, null where there is nothing to say. */
export type LineValues = Readonly<Record<LineField, string | null>>;
