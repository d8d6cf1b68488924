import type { Statement } from "@spendbook/normalizer";
import { statement } from "./statement.js";

/** A statement in which each text stands wherever a text may stand. */
export function hostileStatement(texts: readonly string[]): Statement {
  const [wallet] = statement.wallets;
  const [check] = wallet?.checks ?? [];
  const [service] = statement.byService;
  const [resource] = statement.byResource;
  const [day] = statement.byDay;
  const [coding] = statement.byCoding;
  const [cutOff] = statement.cutOff;
  if (!wallet || !check || !service || !resource || !day || !coding || !cutOff) throw new Error("the fixture is short");
  return {
    ...statement,
    notice: texts.join(" "),
    numbers: texts.map((account) => ({ provider: "neevcloud", account, number: 1, revision: 1 })),
    wallets: texts.map((text) => ({
      ...wallet,
      account: text,
      wallet: text,
      checks: [{ ...check, note: text, outcome: "differs" }],
      notes: [text],
    })),
    byService: texts.map((text) => ({ ...service, account: text, service: text })),
    byResource: texts.map((text) => ({ ...resource, account: text, service: text, resource: text })),
    byDay: texts.map((text) => ({ ...day, account: text })),
    byCoding: texts.map((text) => ({ ...coding, code: text, costCentre: text, taxTreatment: text, vendor: text })),
    cutOff: texts.map((text) => ({ ...cutOff, account: text, wallet: text, entryId: text })),
    warnings: texts.map((text) => ({ code: text, message: text, account: text })),
  };
}
