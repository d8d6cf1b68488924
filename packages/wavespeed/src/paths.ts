/**
 * WaveSpeed publishes no API document, so these types are written by hand, in the form that openapi-typescript writes:
 * from the documentation pages and from what the provider's own command-line client sends and reads. Both forms of an
 * answer are in them where the two differ. A test holds them against specs/wavespeed/openapi.yaml.
 *
 * @see https://wavespeed.ai/docs/check-billings
 */
export interface paths {
  "/api/v3/billings/search": {
    /** One page of the account's charges and refunds; it only reads. */
    post: {
      parameters: { query?: never };
      requestBody: { content: { "application/json": components["schemas"]["BillingSearchRequest"] } };
      responses: { 200: { content: { "application/json": components["schemas"]["BillingSearchResponse"] } } };
    };
  };
  "/api/v3/account/billings": {
    /** One page of the account's top-ups and usage; not every account has it. */
    get: {
      parameters: {
        query?: {
          /** Number of the page, from 1. */
          page?: number;
          /** Rows that a page shall hold; 20 where it is not given. */
          page_size?: number;
          type?: "topup" | "usage";
          /** `YYYY-MM-DD`; the time zone is not documented. */
          start_date?: string;
          /** `YYYY-MM-DD`; whether the day is included is not documented. */
          end_date?: string;
        };
      };
      responses: { 200: { content: { "application/json": components["schemas"]["AccountBillingsResponse"] } } };
    };
  };
  "/api/v3/balance": {
    /** The account's balance as of now. */
    get: {
      parameters: { query?: never };
      responses: { 200: { content: { "application/json": components["schemas"]["BalanceResponse"] } } };
    };
  };
}

/** A text of which some values are known and others may come. */
type Open<Known extends string> = Known | (string & {});

export interface components {
  schemas: {
    /** Which charges and refunds are asked for. Source: https://wavespeed.ai/docs/check-billings */
    BillingSearchRequest: {
      /** Only charges (`deduct`), or only refunds. */
      billing_type?: Open<"deduct" | "refund">;
      /** Only those of these predictions. */
      prediction_uuids?: string[];
      /** Only those of this model. */
      model_uuid?: string;
      /** Only those made with this key. */
      access_key_uuid?: string;
      /** Oldest or newest first; which is the default is not documented. */
      sort?: "created_at ASC" | "created_at DESC";
      /** Only those made at this instant or later (inferred); as `encodeTime` writes it. */
      start_time?: string;
      /** As `encodeTime` writes it; whether the instant is included is not documented. */
      end_time?: string;
      /** Number of the page, from 1. */
      page: number;
      /** Records that a page shall hold, 1 to 100. */
      page_size: number;
    };
    /** A page of charges and refunds, in the envelope of every answer. */
    BillingSearchResponse: Envelope<components["schemas"]["BillingPage"]>;
    /** One page; it has `total` (documentation) or `has_more` (command-line client). */
    BillingPage: {
      /** Number of this page, from 1. */
      page: number;
      /** Records on all pages, at least 0 (documentation). */
      total?: number;
      /** Whether a page follows (command-line client). */
      has_more?: boolean;
      items: components["schemas"]["BillingRecord"][];
    };
    /**
     * One charge or refund in US dollars; it may change after it was first seen.
     * Source: https://wavespeed.ai/docs/check-billings and the provider's command-line client.
     */
    BillingRecord: {
      /** The record's id, which stays where the record changes. */
      uuid: string;
      /** The key that was used (documentation). */
      access_key_id?: string;
      /** The key that was used (command-line client). */
      access_key_uuid?: string;
      /** What the key is called. */
      access_key_name?: string;
      /** `deduct` where money went out of the wallet, `refund` where it came back. */
      billing_type: Open<"deduct" | "refund">;
      /** What was charged or given back in US dollars, positive in both directions. */
      price: number;
      /** When the record was made, in RFC 3339. */
      created_at: string;
      /** When the record last changed, in RFC 3339. */
      updated_at?: string;
      /** What the price is made of. */
      order?: components["schemas"]["BillingOrder"];
      /** What was paid for. */
      prediction?: components["schemas"]["BillingPrediction"];
      /** Read by the command-line client, not documented. */
      consumption?: Record<string, unknown>;
    };
    /** The order behind a record; null is allowed, though not documented. */
    BillingOrder: {
      /** Id of the order. */
      uuid?: string;
      /** `pre` while the prediction runs, `done` when it ended. */
      state?: Open<"pre" | "done">;
      /** What was charged in US dollars, after discount, positive. */
      price?: number;
      /** Before discount, in US dollars, positive. */
      origin_price?: number;
      /** A text (documentation) or a number (command-line client). */
      status?: string | number;
      /** The key by its number. */
      ak_id?: number;
    } | null;
    /** The prediction that was paid for; null is allowed, though not documented. */
    BillingPrediction: {
      /** Id of the prediction. */
      uuid?: string;
      /** The model, such as `bytedance/seedream-v4.5`. */
      model_uuid?: string;
      /** How far it is; refunds follow failed ones. Open-ended: other words may come. */
      status?: Open<"created" | "processing" | "completed" | "failed" | "cancelled" | "timeout">;
    } | null;
    /** A page of top-ups and usage, in the envelope of every answer. */
    AccountBillingsResponse: Envelope<components["schemas"]["AccountBillingsPage"]>;
    /** One page of the account's list, and where it lies in the whole. */
    AccountBillingsPage: {
      items: components["schemas"]["AccountTransaction"][];
      pagination: {
        /** Number of this page, from 1. */
        page: number;
        /** Rows that a page holds, at least 1. */
        page_size: number;
        /** Rows on all pages, at least 0. */
        total: number;
      };
    };
    /**
     * A top-up or a usage row; its ids are not those of billing records.
     * Source: an earlier form of https://wavespeed.ai/docs/check-billings
     */
    AccountTransaction: {
      /** The row's id. */
      id: string;
      /** Whether money came in or was used. */
      type: Open<"topup" | "usage">;
      /** In `currency`: positive on top-ups, negative on usage. */
      amount: number;
      /** ISO 4217 code, such as `USD`. */
      currency: string;
      /** `completed` where the money moved. */
      status: Open<"completed">;
      /** Only on top-ups. */
      payment_method?: string;
      /** Only on usage. */
      model?: string;
      /** When the row was made, in RFC 3339. */
      created_at: string;
    };
    /** The account's balance. Source: https://wavespeed.ai/docs-common-api/balance */
    BalanceResponse: Envelope<{
      /** What is left, in US dollars, as of the answer. */
      balance: number;
    }>;
  };
}

/** Every answer; a `code` other than 200 is an error, also inside HTTP 200. */
interface Envelope<Data> {
  /** 200 where the request succeeded. */
  code: number;
  /** What went wrong, for people. */
  message: string;
  /** What was asked for. */
  data: Data;
}
