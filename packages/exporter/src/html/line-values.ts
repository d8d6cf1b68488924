import { decimalText, type Money, type StatementLine } from "@spendbook/normalizer";
import type { LineValues } from "./line-fields.js";

/** What the page holds of a line. */
export function lineValues(line: StatementLine): LineValues {
  const { chargePeriod, corrects, coding, origin } = line;
  const functional = coding?.functional ?? null;
  return {
    date: line.date,
    postedAt: line.postedAt,
    periodStart: chargePeriod?.start ?? null,
    periodEnd: chargePeriod?.end ?? null,
    provider: line.provider,
    account: line.account,
    wallet: line.wallet,
    bucket: line.bucket,
    kind: line.kind,
    service: line.service,
    resource: line.resource,
    keyName: line.keyName,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    amount: exactText(line.amount),
    unsignedAmount: exactText(line.unsignedAmount),
    currency: line.currency,
    listAmount: exactText(line.listAmount),
    estimated: line.estimated ? "yes" : null,
    correctedMonth: corrects?.month ?? null,
    correctedLine: corrects?.entryId ?? null,
    correctedKind: corrects?.kind ?? null,
    code: coding?.code ?? null,
    costCentre: coding?.costCentre ?? null,
    taxTreatment: coding?.taxTreatment ?? null,
    vendor: coding?.vendor ?? null,
    rule: coding?.rule?.toString() ?? null,
    functionalAmount: functional?.amount ?? null,
    functionalCurrency: functional?.currency ?? null,
    rate: functional?.rate ?? null,
    rateSource: functional?.source ?? null,
    id: line.id,
    endpoint: origin.endpoint,
    sourceId: origin.sourceId,
    revision: String(origin.revision),
    sha256: origin.sha256,
  };
}

function exactText(amount: Money | null): string | null {
  return amount === null ? null : decimalText(amount);
}
