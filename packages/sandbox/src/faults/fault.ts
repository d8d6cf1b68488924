import type { ProviderId } from "../provider-id.js";
import type { SandboxRequest } from "../server/request.js";

/** Which requests a fault meets. */
export interface FaultScope {
  /** Any provider where it is left out. */
  readonly provider?: ProviderId;
  /** How often it happens; always where it is left out. */
  readonly times?: number;
  /** Any request of the provider where it is left out. */
  readonly when?: (request: SandboxRequest) => boolean;
}

/** What goes wrong. */
export type FaultKind =
  /** Another status, with the provider's own body for it unless one is given (null: no body). */
  | {
      readonly kind: "status";
      readonly status: number;
      /** `Retry-After`: seconds, or a text such as an HTTP date. */
      readonly retryAfter?: number | string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** HTTP 200 whose rows are left out, while the counts stay. */
  | { readonly kind: "empty-page" }
  /** HTTP 200 with a `code` that is not 200, as WaveSpeed does. */
  | { readonly kind: "code-in-200"; readonly code?: number; readonly message?: string }
  /** The JSON that would have been answered, changed: a count, a field, a row. */
  | { readonly kind: "rewrite"; readonly rewrite: (body: unknown) => unknown }
  /** A page of HTML, as gateways and captive portals send. */
  | { readonly kind: "html"; readonly status?: number }
  /** The right JSON under another content type. */
  | { readonly kind: "wrong-content-type"; readonly contentType?: string }
  /** JSON that lacks its end, in a complete HTTP message. */
  | { readonly kind: "malformed-json" }
  /** The connection ends in the middle of the body. */
  | { readonly kind: "truncated-body" }
  /** JSON with a byte that is not UTF-8. */
  | { readonly kind: "invalid-utf8" }
  /** Valid JSON, blown up with `bytes` blanks; 64 MiB by default. */
  | { readonly kind: "too-large"; readonly bytes?: number }
  /** The connection is reset before anything is answered. */
  | { readonly kind: "reset-connection" }
  /** A wait in milliseconds, before the answer or in the middle of its body. */
  | { readonly kind: "slow"; readonly delay: number; readonly part?: "answer" | "body" };

export type Fault = FaultScope & FaultKind;

/** A fault that was set. */
export interface SetFault {
  /** How often it has happened. */
  hits(): number;
  remove(): void;
}
