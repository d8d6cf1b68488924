import { compareTexts } from "../compare-texts.js";
import { sumFigures } from "../exact-decimal.js";
import { JsonNumber } from "../json.js";
import { type Answer, ok } from "../server/answer.js";
import { hasBearer } from "../server/bearer.js";
import { instantKey } from "../server/instant-key.js";
import type { Call, ProviderService } from "../server/provider-service.js";
import { readInteger } from "../server/read-integer.js";
import type { PrimeIntellectStore, SandboxStore } from "../store/sandbox-store.js";

/** Prime Intellect's wallet: balance and rows in one answer, rows by their last billing, newest first. */
export function createPrimeIntellectService(store: SandboxStore["prime-intellect"], apiKey: string): ProviderService {
  return {
    operations: [{ method: "GET", path: "/api/v1/billing/wallet", answer: (call) => readWallet(store, call) }],
    authorize: (headers) => (hasBearer(headers, apiKey) ? null : fail(401, "")),
    fail,
    rowsAt: ["recent_billings"],
  };
}

/** 401 has no body, 422 names parameters, the framework says the rest. */
function fail(status: number, message: string): Answer {
  if (status === 401) return { status };
  if (status === 422) return { status, body: { errors: [{ param: "limit", details: message }] } };
  return { status, body: { detail: message } };
}

function readWallet(store: SandboxStore["prime-intellect"], { query }: Call): Answer {
  const limit = readInteger(query.limit, 20, 1, 100);
  const offset = readInteger(query.offset, 0, 0);
  if (limit === null || offset === null) {
    const errors = [
      ...(limit === null ? [{ param: "limit", details: "must be an integer from 1 to 100" }] : []),
      ...(offset === null ? [{ param: "offset", details: "must be an integer from 0" }] : []),
    ];
    return { status: 422, body: { errors } };
  }
  const wallet = [store.personal, store.team].find(({ teamId }) => (teamId ?? "") === (query.teamId ?? ""));
  if (wallet === undefined) return fail(403, "You are not a member of this team");
  const rows = wallet.billings.view("by last billing", (billings) =>
    billings
      .map((row) => ({ row, key: instantKey(row.last_billed_at ?? row.updated_at) }))
      .sort((one, other) => compareTexts(other.key, one.key) || compareTexts(one.row.id, other.row.id))
      .map(({ row }) => row),
  );
  return ok({
    wallet_id: wallet.walletId,
    team_id: wallet.teamId,
    balance_usd: new JsonNumber(balanceOf(wallet)),
    currency: "USD",
    total_billings: rows.length,
    recent_billings: rows.slice(offset, offset + limit),
  });
}

function balanceOf({ funding, billings }: PrimeIntellectStore): string {
  const paid = funding.view("sum", (rows) => sumFigures(rows.map(({ amount_usd }) => amount_usd)));
  const charged = billings.view("sum", (rows) => sumFigures(rows.map(({ amount_usd }) => amount_usd)));
  return paid.minus(charged).toFixed();
}
