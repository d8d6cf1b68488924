import { createEmptyCompany, type JsonNumber, type Sandbox } from "@spendbook/sandbox";
import { type CommandWorld, commandWorld } from "./command.js";

/** A made-up company whose records a test puts in by hand: few, so that months are built in no time. */
export interface QuietCompany extends CommandWorld {
  readonly neev: (id: string, microDollars: number, createdAt: string) => void;
  readonly wave: (uuid: string, price: number, createdAt: string, type?: string) => void;
  readonly waveTopUp: (id: string, amount: number, createdAt: string) => void;
  /** A running resource's charge so far; the same row again lets it grow. */
  readonly prime: (id: string, amount: number, createdAt: string, billedAt: string) => void;
  readonly primeTopUp: (id: string, amount: number) => void;
  /** Lets time pass, and collects. */
  readonly collectAt: (instant: string, ...args: string[]) => Promise<void>;
}

export async function quietCompany(): Promise<QuietCompany> {
  const world = await commandWorld({ company: createEmptyCompany("2026-07-01T00:00:00.000Z") });
  const { store }: Sandbox = world.sandbox;
  const { orgId, transactions } = store.neevcloud;
  const { billings, funding } = store["prime-intellect"].team;
  const number = (value: number) => value as unknown as JsonNumber;
  return {
    ...world,
    neev: (id, microDollars, created_at) =>
      transactions.add({
        id,
        organization_id: orgId,
        amount_micro_dollars: Math.abs(microDollars),
        transaction_type: microDollars > 0 ? "CREDIT" : "DEBIT",
        transaction_source: "payment",
        transaction_description: `transaction ${id}`,
        created_at,
      }),
    wave: (uuid, price, created_at, billing_type = "deduct") =>
      store.wavespeed.billings.add({
        uuid,
        access_key_id: "key_1",
        access_key_uuid: "key_1",
        access_key_name: "studio",
        billing_type,
        price: number(price),
        created_at,
        updated_at: created_at,
        order: null,
        prediction: { uuid: `prediction ${uuid}`, model_uuid: "model/a", status: "completed" },
      }),
    waveTopUp: (id, amount, created_at) =>
      store.wavespeed.transactions.add({
        id,
        type: "topup",
        amount: number(amount),
        currency: "USD",
        status: "completed",
        created_at,
      }),
    prime: (id, amount, created_at, billedAt) => {
      const changing = { updated_at: billedAt, last_billed_at: billedAt, amount_usd: number(amount) };
      if (billings.get(id) !== undefined) return billings.change(id, changing);
      return billings.add({
        id,
        created_at,
        currency: "USD",
        resource_type: "compute",
        resource_id: "pod_1",
        ...changing,
      });
    },
    primeTopUp: (id, amount) => funding.add({ id, amount_usd: number(amount) }),
    async collectAt(instant, ...args) {
      world.sandbox.advance(instant);
      const { code, stderr } = await world.spendbook("collect", "--quiet", ...args);
      if (code !== 0) throw new Error(`collecting at ${instant} ended with ${code}: ${stderr}`);
    },
  };
}
