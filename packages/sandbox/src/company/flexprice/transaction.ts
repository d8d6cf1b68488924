/** One movement as `GET /wallets/{id}/transactions` prints it; decimals are strings, positive in both directions. */
export interface FlexpriceTransaction {
  readonly id: string;
  readonly wallet_id: string;
  readonly customer_id: string;
  readonly type: "credit" | "debit";
  readonly amount: string;
  readonly credit_amount: string;
  readonly credit_balance_before: string;
  readonly credit_balance_after: string;
  readonly transaction_status: "pending" | "completed" | "failed";
  readonly reference_type: "PAYMENT" | "EXTERNAL" | "REQUEST" | "INVOICE";
  readonly reference_id: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly expiry_date: string | null;
  readonly credits_available: string;
  readonly transaction_reason: FlexpriceReason | (string & {});
  readonly priority: number | null;
  readonly currency: string;
  readonly parent_transaction_id?: string;
  readonly conversion_rate: string | null;
  readonly topup_conversion_rate: string | null;
  readonly idempotency_key: string;
  readonly environment_id: string;
  readonly tenant_id: string;
  readonly status: "published" | "deleted" | "archived";
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: string;
  readonly updated_by: string;
}

export type FlexpriceReason =
  | "INVOICE_PAYMENT"
  | "FREE_CREDIT_GRANT"
  | "SUBSCRIPTION_CREDIT_GRANT"
  | "PURCHASED_CREDIT_INVOICED"
  | "PURCHASED_CREDIT_DIRECT"
  | "PURCHASED_CREDIT_BONUS"
  | "CREDIT_NOTE"
  | "CREDIT_EXPIRED"
  | "WALLET_TERMINATION"
  | "MANUAL_BALANCE_DEBIT"
  | "CREDIT_ADJUSTMENT"
  | "INVOICE_VOID_REFUND";
