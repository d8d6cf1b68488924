import { instant } from "../instant.js";
import type { Movement } from "../movement.js";
import { nanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import { createRandom } from "../random.js";
import type { PrimeIntellectAccount, PrimeIntellectBilling, PrimeIntellectWallet } from "./billing.js";
import { fundWallet } from "./fund-wallet.js";
import { meterBilling } from "./metered-billing.js";
import { singleBilling } from "./single-billing.js";
import { teamCharges } from "./team-charges.js";
import { teamResources } from "./team-resources.js";
import type { PrimeIntellectBook } from "./wallet-book.js";

/** The account "research": a team's wallet, and the key owner's personal one with a handful of rows. */
export function createPrimeIntellectAccount(
  seed: string,
): PrimeIntellectAccount & { readonly movements: readonly Movement[] } {
  const random = createRandom(`${seed}/prime-intellect`);
  const teamBook = { account: "research", walletId: "wal_acme_research", random };
  const billings = [
    ...teamResources(random).map((resource) => meterBilling(resource, teamBook)),
    ...teamCharges(random).map((charge) => singleBilling(charge, teamBook)),
  ];
  const team = walletOf("team_acme_research", billings, nanos("1500"), nanos("250"), teamBook);
  const personalBook = { account: "research", walletId: "wal_personal", random };
  const personal = walletOf(null, personalBillings(personalBook), nanos("20"), nanos("1"), personalBook);
  return {
    account: "research",
    team: team.wallet,
    personal: personal.wallet,
    movements: [...team.movements, ...personal.movements],
  };
}

function walletOf(
  teamId: string | null,
  billings: readonly Planned<PrimeIntellectBilling>[],
  topUp: bigint,
  floor: bigint,
  book: PrimeIntellectBook,
): { wallet: PrimeIntellectWallet; movements: readonly Movement[] } {
  const charges = billings.flatMap(({ movements }) => movements);
  const funding = fundWallet(charges, topUp, floor, book);
  return {
    wallet: {
      walletId: book.walletId,
      teamId,
      billings: billings.map(({ timeline }) => timeline),
      funding: funding.map(({ timeline }) => timeline),
    },
    movements: [...charges, ...funding.flatMap(({ movements }) => movements)],
  };
}

function personalBillings(book: PrimeIntellectBook): Planned<PrimeIntellectBilling>[] {
  return ["2026-08-03", "2026-09-12", "2026-09-30", "2026-10-01", "2026-10-31"].map((date, index) => {
    const createdAt = instant(`${date}T08:15:00.5Z`);
    const amount = nanos(`0.${index}${index}07`);
    return singleBilling({ type: "sandboxes", resourceId: null, createdAt, billedAt: createdAt, amount }, book);
  });
}
