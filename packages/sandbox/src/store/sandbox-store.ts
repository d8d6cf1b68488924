import type { Company } from "../company/company.js";
import type { FlexpriceTransaction } from "../company/flexprice/transaction.js";
import type { FlexpriceWallet } from "../company/flexprice/wallet.js";
import type { NeevCloudTransaction } from "../company/neevcloud/transaction.js";
import type {
  PrimeIntellectBilling,
  PrimeIntellectFunding,
  PrimeIntellectWallet,
} from "../company/prime-intellect/billing.js";
import type { RunpodUsage } from "../company/runpod/usage.js";
import type { WaveSpeedAccountTransaction, WaveSpeedBilling } from "../company/wavespeed/billing.js";
import type { Clock } from "./clock.js";
import { createRecordStore, type RecordStore } from "./record-store.js";

/** A wallet at Prime Intellect; its balance is Σ funding − Σ billings. */
export interface PrimeIntellectStore {
  readonly walletId: string;
  readonly teamId: string | null;
  readonly billings: RecordStore<PrimeIntellectBilling>;
  /** Money in, which the provider does not list. */
  readonly funding: RecordStore<PrimeIntellectFunding>;
}

/** Every record that the sandbox serves. Balances are not stored: each follows from its records. */
export interface SandboxStore {
  readonly "prime-intellect": { readonly team: PrimeIntellectStore; readonly personal: PrimeIntellectStore };
  readonly neevcloud: {
    readonly orgId: string;
    readonly createdAt: string;
    readonly transactions: RecordStore<NeevCloudTransaction>;
  };
  readonly flexprice: {
    readonly wallets: RecordStore<FlexpriceWallet>;
    readonly transactions: RecordStore<FlexpriceTransaction>;
  };
  readonly wavespeed: {
    readonly billings: RecordStore<WaveSpeedBilling>;
    readonly transactions: RecordStore<WaveSpeedAccountTransaction>;
  };
  readonly runpod: { readonly usage: RecordStore<RunpodUsage> };
}

export function createSandboxStore(company: Company, clock: Clock): SandboxStore {
  const byId = ({ id }: { readonly id: string }) => id;
  const walletOf = ({ walletId, teamId, billings, funding }: PrimeIntellectWallet): PrimeIntellectStore => ({
    walletId,
    teamId,
    billings: createRecordStore(billings, byId, clock),
    funding: createRecordStore(funding, byId, clock),
  });
  const { "prime-intellect": primeIntellect, neevcloud, flexprice, wavespeed, runpod } = company;
  return {
    "prime-intellect": { team: walletOf(primeIntellect.team), personal: walletOf(primeIntellect.personal) },
    neevcloud: {
      orgId: neevcloud.orgId,
      createdAt: neevcloud.createdAt,
      transactions: createRecordStore(neevcloud.transactions, byId, clock),
    },
    flexprice: {
      wallets: createRecordStore(flexprice.wallets, byId, clock),
      transactions: createRecordStore(flexprice.transactions, byId, clock),
    },
    wavespeed: {
      billings: createRecordStore(wavespeed.billings, ({ uuid }) => uuid, clock),
      transactions: createRecordStore(wavespeed.transactions, byId, clock),
    },
    runpod: { usage: createRecordStore(runpod.usage, byId, clock) },
  };
}
