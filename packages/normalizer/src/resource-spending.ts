import type { Big } from "big.js";
import { decimalText } from "./decimal-text.js";
import { negated, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { ResourceTotal } from "./statement.js";
import { compareTexts } from "./statement-totals.js";
import { addSpend, type Spend } from "./wallet-sums.js";

/** How many resources of an account a statement lists, by the largest spending. */
export const listedResources = 1000;
/** With more than this an account's resources are not told apart: a resource of each prediction would fill the memory. */
export const countedResources = 20_000;

type Resources = Map<string | null, Spend>;

/** Spending by resource of one account, in bounded memory and whatever the order of the entries. */
export interface ResourceSpending {
  readonly isOverflown: boolean;
  /** Takes an entry of the month that is spending. */
  add(entry: LedgerEntry, amount: Big): void;
  totals(): ResourceTotal[];
}

type Account = Pick<ResourceTotal, "provider" | "account">;

export function createResourceSpending({ provider, account }: Account): ResourceSpending {
  const spending = new Map<string, Map<string | null, Resources>>();
  /** Of the resources that are not told apart, by currency. */
  const rest = new Map<string, Spend>();
  let resources = 0;
  let isOverflown = false;

  function add({ currency, service, resource }: LedgerEntry, amount: Big): void {
    if (isOverflown) {
      addSpend(rest, currency, amount);
      return;
    }
    const services = spending.get(currency) ?? new Map<string | null, Resources>();
    if (services.size === 0) spending.set(currency, services);
    const ofService = services.get(service) ?? new Map<string | null, Spend>();
    if (ofService.size === 0) services.set(service, ofService);
    if (addSpend(ofService, resource, amount)) resources += 1;
    if (resources > countedResources) overflow();
  }

  function overflow(): void {
    isOverflown = true;
    for (const [currency, services] of spending)
      for (const ofService of services.values())
        for (const { amount, lines } of ofService.values()) addSpend(rest, currency, amount.total, lines);
    spending.clear();
  }

  function totals(): ResourceTotal[] {
    const nothing = { provider, account, service: null, resource: null };
    if (isOverflown) {
      return [...rest]
        .sort(([a], [b]) => compareTexts([a, b]))
        .map(([currency, spend]) => ({
          ...nothing,
          others: spend.lines,
          currency,
          ...printed(spend.amount.total, spend.lines),
        }));
    }
    return [...spending]
      .sort(([a], [b]) => compareTexts([a, b]))
      .flatMap(([currency, services]) => {
        const all = [...services].flatMap(([service, ofService]) =>
          [...ofService].map(([resource, { amount, lines }]) => ({ service, resource, amount: amount.total, lines })),
        );
        all.sort((a, b) => a.amount.cmp(b.amount) || compareTexts([a.service, b.service], [a.resource, b.resource]));
        const listed = all.slice(0, listedResources).map(({ service, resource, amount, lines }) => ({
          provider,
          account,
          service,
          resource,
          others: 0,
          currency,
          ...printed(amount, lines),
        }));
        const others = all.slice(listedResources);
        if (others.length === 0) return listed;
        const spend = others.reduce((sum, { amount }) => sum.plus(amount), zero);
        const lines = others.reduce((sum, { lines }) => sum + lines, 0);
        return [...listed, { ...nothing, others: others.length, currency, ...printed(spend, lines) }];
      });
  }

  return {
    get isOverflown() {
      return isOverflown;
    },
    add,
    totals,
  };
}

function printed(amount: Big, lines: number): Pick<ResourceTotal, "spend" | "lines"> {
  return { spend: decimalText(negated(amount)), lines };
}
