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
    BillingSearchRequest: {
      billing_type?: Open<"deduct" | "refund">;
      prediction_uuids?: string[];
      model_uuid?: string;
      access_key_uuid?: string;
      sort?: "created_at ASC" | "created_at DESC";
      /** As `encodeTime` writes it. */
      start_time?: string;
      /** As `encodeTime` writes it; whether the instant is included is not documented. */
      end_time?: string;
      /** Number of the page, from 1. */
      page: number;
      /** Records that a page shall hold, 1 to 100. */
      page_size: number;
    };
    BillingSearchResponse: Envelope<components["schemas"]["BillingPage"]>;
    BillingPage: {
      page: number;
      /** Records on all pages (documentation). */
      total?: number;
      /** Whether a page follows (command-line client). */
      has_more?: boolean;
      items: components["schemas"]["BillingRecord"][];
    };
    /** One charge or refund in US dollars; it may change after it was first seen. */
    BillingRecord: {
      uuid: string;
      /** The key that was used (documentation). */
      access_key_id?: string;
      /** The key that was used (command-line client). */
      access_key_uuid?: string;
      access_key_name?: string;
      /** `deduct` where money went out of the wallet, `refund` where it came back. */
      billing_type: Open<"deduct" | "refund">;
      /** What was charged or given back in US dollars, positive in both directions. */
      price: number;
      created_at: string;
      updated_at?: string;
      order?: components["schemas"]["BillingOrder"];
      prediction?: components["schemas"]["BillingPrediction"];
      consumption?: Record<string, unknown>;
    };
    BillingOrder: {
      uuid?: string;
      /** `pre` while the prediction runs, `done` when it ended. */
      state?: Open<"pre" | "done">;
      price?: number;
      /** Before discount, in US dollars. */
      origin_price?: number;
      /** A text (documentation) or a number (command-line client). */
      status?: string | number;
      ak_id?: number;
    } | null;
    BillingPrediction: {
      uuid?: string;
      /** The model, such as `bytedance/seedream-v4.5`. */
      model_uuid?: string;
      status?: Open<"created" | "processing" | "completed" | "failed" | "cancelled" | "timeout">;
    } | null;
    AccountBillingsResponse: Envelope<components["schemas"]["AccountBillingsPage"]>;
    AccountBillingsPage: {
      items: components["schemas"]["AccountTransaction"][];
      pagination: {
        page: number;
        page_size: number;
        /** Rows on all pages. */
        total: number;
      };
    };
    /** A top-up or a usage row; its ids are not those of billing records. */
    AccountTransaction: {
      id: string;
      type: Open<"topup" | "usage">;
      /** In `currency`: positive on top-ups, negative on usage. */
      amount: number;
      currency: string;
      /** `completed` where the money moved. */
      status: Open<"completed">;
      /** Only on top-ups. */
      payment_method?: string;
      /** Only on usage. */
      model?: string;
      created_at: string;
    };
    /** The balance in US dollars. */
    BalanceResponse: Envelope<{ balance: number }>;
  };
}

/** Every answer; a `code` other than 200 is an error, also inside HTTP 200. */
interface Envelope<Data> {
  code: number;
  message: string;
  data: Data;
}
