import { sumFigures } from "../../exact-decimal.js";
import { JsonNumber } from "../../json.js";
import { type Answer, ok } from "../../server/answer.js";
import { hasBearer } from "../../server/bearer.js";
import type { ProviderService } from "../../server/provider-service.js";
import type { SandboxStore } from "../../store/sandbox-store.js";
import { listAccountTransactions } from "./list-account-transactions.js";
import { searchBillings } from "./search-billings.js";

export interface WaveSpeedOptions {
  /** The documented form (`total`, by default) or the one that the provider's command-line client reads. */
  readonly wire?: "total" | "has_more";
  /** The only form of time that is accepted; by default milliseconds with `total`, RFC 3339 with `has_more`. */
  readonly times?: "milliseconds" | "rfc3339";
  /** Whether `GET /api/v3/account/billings` is there; `served` by default. */
  readonly accountBillings?: "served" | "not-found" | "method-not-allowed";
}

/** WaveSpeed's billing records, its account's transactions and its balance. */
export function createWaveSpeedService(
  store: SandboxStore["wavespeed"],
  apiKey: string,
  options: WaveSpeedOptions,
): ProviderService {
  const { wire = "total", times = wire === "total" ? "milliseconds" : "rfc3339", accountBillings = "served" } = options;
  const envelope = (data: object | string): Answer =>
    typeof data === "string" ? fail(400, data) : ok({ code: 200, message: "success", data });
  return {
    operations: [
      {
        method: "POST",
        path: "/api/v3/billings/search",
        answer: ({ body }) => envelope(searchBillings(store.billings, body, wire, times)),
      },
      {
        method: "GET",
        path: "/api/v3/account/billings",
        answer: ({ query }) =>
          accountBillings === "served"
            ? envelope(listAccountTransactions(store.transactions, query))
            : notServed[accountBillings],
      },
      { method: "GET", path: "/api/v3/balance", answer: () => envelope({ balance: new JsonNumber(balanceOf(store)) }) },
    ],
    authorize: (headers) => (hasBearer(headers, apiKey) ? null : fail(401, "The access key is not valid")),
    fail,
    rowsAt: ["data", "items"],
  };
}

const notServed: Readonly<Record<"not-found" | "method-not-allowed", Answer>> = {
  "not-found": { status: 404, text: "404 page not found" },
  "method-not-allowed": { status: 405, headers: { allow: "POST" }, text: "405 method not allowed" },
};

const errorCodes: Readonly<Record<number, string>> = {
  400: "invalid_parameter",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  429: "too_many_requests",
};

function fail(status: number, message: string): Answer {
  return { status, body: { message, error_code: errorCodes[status] ?? "internal_error" } };
}

/** Top-ups that came, and refunds, less charges; a row of another type is not counted. */
function balanceOf({ transactions, billings }: SandboxStore["wavespeed"]): string {
  const paid = transactions.view("paid", (rows) =>
    sumFigures(rows.flatMap((row) => (row.type === "topup" && row.status === "completed" ? [row.amount] : []))),
  );
  const sumOf = (type: string) =>
    billings.view(`sum of ${type}`, (rows) =>
      sumFigures(rows.flatMap((row) => (row.billing_type === type ? [row.price] : []))),
    );
  return paid.plus(sumOf("refund")).minus(sumOf("deduct")).toFixed();
}
