import { decimalText, money, type Statement, subtract, type WalletStatement } from "@spendbook/normalizer";
import { companyTruth, createCompany, JsonNumber, type Sandbox, type WalletTruth } from "@spendbook/sandbox";
import { expect, test } from "vitest";
import { commandWorld } from "./__fixtures__/command.js";
import { misstateBalance } from "./__fixtures__/misstate-balance.js";

const company = createCompany();
const ofPrime = ({ wallet, month }: WalletTruth) => wallet === "wal_acme_research" && month === "2026-10";
const moneyIn = companyTruth(company).find(ofPrime)?.topUps;

/** October of the company, collected at both ends; what happens in between is the providers' fault. */
async function octoberAfter(happen: (sandbox: Sandbox) => void) {
  const world = await commandWorld({ company, now: "2026-10-01T00:05:00Z" });
  expect((await world.spendbook("collect", "--quiet")).code).toBe(0);
  world.sandbox.advance("2026-11-01T00:05:00Z");
  happen(world.sandbox);
  const { code, stdout } = await world.spendbook("statement", "2026-10", "--json", "--formats", "json");
  const { wallets } = JSON.parse(stdout) as Statement;
  const walletOf = (name: string): WalletStatement => {
    const found = wallets.find(({ wallet }) => wallet === name);
    if (found === undefined) throw new Error(`there is no wallet ${name}`);
    return found;
  };
  const names = ["wal_acme_research", "org_acme", "wallet_acme_production", "default"];
  const [prime, neev, flex, wave] = names.map((name) => walletOf(name).verdict);
  return { code, verdicts: { prime, neev, flex, wave }, walletOf };
}

/** Prime Intellect lists no money in: with as much of it as a row is changed by, its balance stays. */
function pay(sandbox: Sandbox, id: string, amount: string): void {
  sandbox.store["prime-intellect"].team.funding.add({ id, amount_usd: new JsonNumber(amount) });
}

const inOctober = ({ created_at }: { readonly created_at: string }) =>
  created_at > "2026-10-12" && created_at < "2026-10-20";

/** Rows of the middle of the month: usage, and small. */
function victimsOf({ store }: Sandbox) {
  const prime = store["prime-intellect"].team.billings
    .list()
    .filter((row) => inOctober(row) && row.updated_at < "2026-10-21");
  const neev = store.neevcloud.transactions
    .list()
    .filter((row) => inOctober(row) && row.transaction_type === "DEBIT" && row.transaction_source === "payment");
  const flex = store.flexprice.transactions
    .list()
    .filter((row) => inOctober(row) && row.wallet_id === "wallet_acme_production" && row.type === "debit");
  const wave = store.wavespeed.billings.list().filter((row) => inOctober(row) && row.billing_type === "deduct");
  return { prime, neev, flex, wave };
}

/** The first of each, which there must be. */
function firstOf(sandbox: Sandbox) {
  const { prime, neev, flex, wave } = victimsOf(sandbox);
  const [[ofPrime], [ofNeev], [ofFlex], [ofWave]] = [prime, neev, flex, wave];
  if (!ofPrime || !ofNeev || !ofFlex || !ofWave) throw new Error("each has rows in the middle of October");
  return [ofPrime, ofNeev, ofFlex, ofWave] as const;
}

/** The figures of an answer less a millionth, each in the form that it has. */
function lessened(body: unknown, names: readonly string[]): object {
  const figures = body as Readonly<Record<string, string | JsonNumber>>;
  const less = names.flatMap((name) => {
    const figure = figures[name];
    if (figure === undefined) return [];
    const text = decimalText(subtract(money(String(figure), "USD"), money("0.000001", "USD")));
    return [[name, typeof figure === "string" ? text : new JsonNumber(text)]];
  });
  return { ...figures, ...Object.fromEntries(less) };
}

/** What no list can show where money in is not listed: it changes the top-ups, which the notes ask to be checked. */
function expectMoneyToCheck({ topUps, notes }: WalletStatement): void {
  expect(topUps).not.toBe(moneyIn);
  expect(notes.join(" ")).toContain("Check them against the receipts");
}

test("without a fault every wallet is proved, or explained by the top-ups that Prime Intellect does not list", async () => {
  const { code, verdicts, walletOf } = await octoberAfter(() => {});
  expect([code, verdicts]).toEqual([0, { prime: "explained", neev: "proved", flex: "proved", wave: "proved" }]);
  expect(walletOf("wal_acme_research").topUps).toBe(moneyIn);
});

test("a lost page breaks every full ledger, although the provider counts without it", async () => {
  const { code, verdicts, walletOf } = await octoberAfter((sandbox) => {
    const { prime, neev, flex, wave } = victimsOf(sandbox);
    const { store } = sandbox;
    const lost = neev.slice(0, 100);
    for (const { id } of lost) store.neevcloud.transactions.remove(id);
    misstateBalance(sandbox, -lost.reduce((sum, row) => sum + row.amount_micro_dollars, 0));
    for (const { id, amount_usd } of prime.slice(0, 20)) {
      store["prime-intellect"].team.billings.remove(id);
      pay(sandbox, id, `-${amount_usd}`);
    }
    for (const { id } of flex.slice(0, 2)) store.flexprice.transactions.remove(id);
    for (const { uuid } of wave.slice(0, 100)) store.wavespeed.billings.remove(uuid);
  });
  expect([code, verdicts]).toEqual([4, { prime: "explained", neev: "broken", flex: "broken", wave: "broken" }]);
  expect(walletOf("org_acme").lines).toBe(1297);
  expectMoneyToCheck(walletOf("wal_acme_research"));
});

test("a doubled row breaks every full ledger", async () => {
  const { code, verdicts, walletOf } = await octoberAfter((sandbox) => {
    const [prime, neev, flex, wave] = firstOf(sandbox);
    const { store } = sandbox;
    store.neevcloud.transactions.add({ ...neev, id: "again" });
    misstateBalance(sandbox, neev.amount_micro_dollars);
    store["prime-intellect"].team.billings.add({ ...prime, id: "again" });
    pay(sandbox, "again", `${prime.amount_usd}`);
    store.flexprice.transactions.add({ ...flex, id: "again" });
    store.wavespeed.billings.add({ ...wave, uuid: "again" });
  });
  expect([code, verdicts]).toEqual([4, { prime: "explained", neev: "broken", flex: "broken", wave: "broken" }]);
  expectMoneyToCheck(walletOf("wal_acme_research"));
});

test("a row that was changed by the smallest digit breaks every full ledger", async () => {
  const { code, verdicts, walletOf } = await octoberAfter((sandbox) => {
    const [prime, neev, flex, wave] = firstOf(sandbox);
    const { store } = sandbox;
    store.neevcloud.transactions.change(neev.id, { amount_micro_dollars: neev.amount_micro_dollars - 1 });
    misstateBalance(sandbox, -1);
    store["prime-intellect"].team.billings.change(prime.id, { amount_usd: new JsonNumber("0") });
    pay(sandbox, "changed", `-${prime.amount_usd}`);
    store.flexprice.transactions.change(flex.id, { credit_amount: `${flex.credit_amount}1` });
    store.wavespeed.billings.change(wave.uuid, { price: new JsonNumber(`${wave.price}1`) });
  });
  expect([code, verdicts]).toEqual([4, { prime: "explained", neev: "broken", flex: "broken", wave: "broken" }]);
  expectMoneyToCheck(walletOf("wal_acme_research"));
});

test("a balance that is wrong by the smallest digit breaks every full ledger", async () => {
  const { code, verdicts, walletOf } = await octoberAfter((sandbox) => {
    misstateBalance(sandbox, -1);
    pay(sandbox, "wrong", "-0.0001");
    // Money out that its lists do not have.
    const [flexprice, wavespeed] = ["flexprice", "wavespeed"] as const;
    sandbox.setFault({
      provider: flexprice,
      kind: "rewrite",
      when: ({ path }) => /^\/wallets\/[^/]+(\/balance\/real-time)?$/.test(path),
      rewrite: (body) => lessened(body, ["balance", "credit_balance", "real_time_balance", "real_time_credit_balance"]),
    });
    sandbox.setFault({
      provider: wavespeed,
      kind: "rewrite",
      when: ({ path }) => path.endsWith("/balance"),
      rewrite: (body) => {
        const { data, ...rest } = body as { data: Record<string, unknown> };
        return { ...rest, data: lessened(data, ["balance"]) };
      },
    });
  });
  expect([code, verdicts.neev, verdicts.flex, verdicts.wave]).toEqual([4, "broken", "broken", "broken"]);
  expect(verdicts.prime).toBe("explained");
  expectMoneyToCheck(walletOf("wal_acme_research"));
  expect(walletOf("org_acme").unexplained).toBe("-0.000001");
});

test("a page that is lost while the provider still counts it leaves the account partial, and is named", async () => {
  const { code, walletOf } = await octoberAfter((sandbox) => {
    sandbox.setFault({ provider: "neevcloud", kind: "empty-page", when: ({ query }) => query.page === "2" });
  });
  expect([code, walletOf("org_acme").completeness]).toEqual([3, "partial"]);
  expect(walletOf("org_acme").verdict).not.toBe("proved");
});
