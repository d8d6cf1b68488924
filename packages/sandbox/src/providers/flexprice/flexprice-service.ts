import type { FlexpriceWallet } from "../../company/flexprice/wallet.js";
import { type Answer, ok } from "../../server/answer.js";
import type { Call, ProviderService } from "../../server/provider-service.js";
import type { SandboxStore } from "../../store/sandbox-store.js";
import { listTransactions } from "./list-transactions.js";
import { printBalance, printWallet } from "./wallet-answers.js";

export interface FlexpriceOptions {
  /** Sends null wherever the provider may, also where its document promises a value; false by default. */
  readonly nulls?: boolean;
}

/** Flexprice's wallets, their balances and their transactions. */
export function createFlexpriceService(
  store: SandboxStore["flexprice"],
  apiKey: string,
  { nulls = false }: FlexpriceOptions,
): ProviderService {
  const ofWallet =
    (answer: (wallet: FlexpriceWallet, call: Call) => Answer) =>
    (call: Call): Answer => {
      const wallet = store.wallets.get(call.params.id ?? "");
      return wallet === undefined ? fail(404, `There is no wallet ${call.params.id}`) : answer(wallet, call);
    };
  return {
    operations: [
      { method: "GET", path: "/wallets/{id}", answer: ofWallet((wallet) => ok(printWallet(wallet, store, nulls))) },
      {
        method: "GET",
        path: "/wallets/{id}/balance/real-time",
        answer: ofWallet((wallet, { query }) => ok(printBalance(wallet, store, query, nulls))),
      },
      {
        method: "GET",
        path: "/wallets/{id}/transactions",
        answer: ofWallet((wallet, { query }) => {
          const page = listTransactions(wallet, store, query, nulls);
          return typeof page === "string" ? fail(400, page) : ok(page);
        }),
      },
    ],
    authorize: (headers) => (headers["x-api-key"] === apiKey ? null : fail(401, "Invalid API key")),
    fail,
    rowsAt: ["items"],
  };
}

const codes: Readonly<Record<number, string>> = {
  400: "validation_error",
  404: "not_found",
  405: "invalid_operation",
  429: "too_many_requests",
  502: "service_unavailable",
  503: "service_unavailable",
};

/** 401 and 403 come from the middleware, everything else in the flat form. */
function fail(status: number, message: string): Answer {
  if (status === 401) return { status, body: { error: "Invalid API key" } };
  if (status === 403) return { status, body: { error: "Forbidden", message } };
  return { status, body: { code: codes[status] ?? "internal_error", message, http_status_code: status } };
}
