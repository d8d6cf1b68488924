import type { Movement } from "../movement.js";
import type { Random } from "../random.js";

/** What every row of one wallet has in common. */
export interface PrimeIntellectBook {
  readonly account: string;
  readonly walletId: string;
  readonly random: Random;
}

/** The provider's ids look like cuids. */
export function primeIntellectId(random: Random): string {
  return `cm${random.text(23, "0123456789abcdefghijklmnopqrstuvwxyz")}`;
}

/** The part of a movement that every movement of the wallet has. */
export function movementOf({ account, walletId }: PrimeIntellectBook) {
  return {
    provider: "prime-intellect",
    account,
    wallet: walletId,
    currency: "USD",
    credits: null,
  } as const satisfies Partial<Movement>;
}
