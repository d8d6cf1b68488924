import { signUp } from "../calendar.js";
import { printTrimmed } from "../instant.js";
import type { Movement } from "../movement.js";
import { createRandom } from "../random.js";
import { runSchedule } from "../schedule.js";
import { hourlyUsage } from "./hourly-usage.js";
import { occasionalMovements } from "./occasional-movements.js";
import type { NeevCloudAccount } from "./transaction.js";
import { createNeevCloudBook } from "./wallet-book.js";

/** The account "acme" at NeevCloud: some thousand hourly debits, and money in of every source. */
export function createNeevCloudAccount(
  seed: string,
  unknownWords: boolean,
): NeevCloudAccount & { readonly movements: readonly Movement[] } {
  const random = createRandom(`${seed}/neevcloud`);
  const orgId = "org_acme";
  const book = createNeevCloudBook("acme", orgId, random);
  runSchedule([...occasionalMovements(book, unknownWords), ...hourlyUsage(book, random)]);
  return {
    account: "acme",
    orgId,
    createdAt: printTrimmed(signUp),
    transactions: book.planned.map(({ timeline }) => timeline),
    movements: book.planned.flatMap(({ movements }) => movements),
  };
}
