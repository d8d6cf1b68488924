import { decimalText } from "@spendbook/normalizer";
import type { Column } from "../column.js";
import type { FocusRow } from "./focus-row.js";
import type { FocusVersion } from "./focus-version.js";

export interface FocusColumn extends Column<FocusRow> {
  /** The version that has it, where it is not in both. */
  readonly only?: FocusVersion;
}

const nothing = () => null;

/**
 * The columns of a cost and usage file, in the order of the alphabet as the specification's own examples have them: all
 * that are mandatory or recommended, and the conditional ones whose condition a prepaid wallet meets. Formats and
 * nullability: https://focus.finops.org/focus-specification/ (1.2 and 1.4).
 */
export const focusColumns: readonly FocusColumn[] = [
  { name: "BilledCost", type: "decimal", value: ({ costs }) => decimalText(costs.billed) },
  { name: "BillingAccountId", type: "text", value: ({ source }) => source.account },
  { name: "BillingAccountName", type: "text", value: ({ source }) => source.account },
  { name: "BillingAccountType", type: "text", value: () => "Account" },
  { name: "BillingCurrency", type: "text", value: ({ source }) => source.currency },
  { name: "BillingPeriodEnd", type: "instant", value: ({ billingPeriod }) => billingPeriod.end },
  { name: "BillingPeriodStart", type: "instant", value: ({ billingPeriod }) => billingPeriod.start },
  { name: "ChargeCategory", type: "text", value: ({ category }) => category },
  { name: "ChargeClass", type: "text", value: ({ source }) => (source.corrects === null ? null : "Correction") },
  { name: "ChargeDescription", type: "text", value: ({ source }) => source.description },
  { name: "ChargeFrequency", type: "text", value: ({ frequency }) => frequency },
  { name: "ChargePeriodEnd", type: "instant", value: ({ chargePeriod }) => chargePeriod.end },
  { name: "ChargePeriodStart", type: "instant", value: ({ chargePeriod }) => chargePeriod.start },
  { name: "ConsumedQuantity", type: "decimal", value: (row) => consumed(row)?.quantity ?? null },
  { name: "ConsumedUnit", type: "text", value: (row) => consumed(row)?.unit ?? null },
  { name: "ContractedCost", type: "decimal", value: ({ costs }) => decimalText(costs.contracted) },
  { name: "EffectiveCost", type: "decimal", value: ({ costs }) => decimalText(costs.effective) },
  { name: "HostProviderName", only: "1.4", type: "text", value: ({ provider }) => provider.name },
  // The providers' lists name no invoice. Later versions ask for the column only of those who issue payable ones.
  { name: "InvoiceId", only: "1.2", type: "text", value: nothing },
  { name: "InvoiceIssuerName", type: "text", value: ({ provider }) => provider.name },
  { name: "ListCost", type: "decimal", value: ({ costs }) => decimalText(costs.list) },
  { name: "PricingQuantity", type: "decimal", value: ({ quantity }) => quantity?.quantity ?? null },
  { name: "PricingUnit", type: "text", value: ({ quantity }) => quantity?.unit ?? null },
  { name: "ProviderName", only: "1.2", type: "text", value: ({ provider }) => provider.name },
  { name: "PublisherName", only: "1.2", type: "text", value: ({ provider }) => provider.name },
  {
    name: "ResourceId",
    type: "text",
    value: ({ source, category }) => (category === "Usage" ? source.resource : null),
  },
  // The lists give resources no display name.
  { name: "ResourceName", type: "text", value: nothing },
  { name: "ServiceCategory", type: "text", value: () => "AI and Machine Learning" },
  { name: "ServiceName", type: "text", value: ({ source, provider }) => serviceName(source.service, provider.name) },
  { name: "ServiceProviderName", only: "1.4", type: "text", value: ({ provider }) => provider.name },
  { name: "ServiceSubcategory", type: "text", value: ({ provider }) => provider.subcategory },
  { name: "SubAccountId", type: "text", value: ({ source }) => source.wallet },
  { name: "SubAccountName", type: "text", value: ({ source }) => source.wallet },
  { name: "SubAccountType", type: "text", value: () => "Wallet" },
];

function consumed({ category, quantity }: FocusRow) {
  return category === "Usage" ? quantity : null;
}

function serviceName(service: string | null, providerName: string): string {
  return service === null || service.trim() === "" ? providerName : service;
}
