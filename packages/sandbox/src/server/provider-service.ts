import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./answer.js";

/** What an operation is asked with. */
export interface Call {
  /** The values of the path's `{names}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Operation {
  readonly method: "GET" | "POST";
  /** As the provider's document has it. */
  readonly path: string;
  answer(call: Call): Answer;
}

/** One provider's API. */
export interface ProviderService {
  readonly operations: readonly Operation[];
  /** Null where the key is right. */
  authorize(headers: IncomingHttpHeaders): Answer | null;
  /** An error in the provider's own form. */
  fail(status: number, message: string): Answer;
  /** Where the rows stand in the answer of a list. */
  readonly rowsAt: readonly string[];
}
