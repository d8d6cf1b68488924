/** What is answered: JSON, a text of another type, or no body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Printed as JSON; no body where undefined. */
  readonly body?: unknown;
  /** Sent as `text/plain` in place of a body. */
  readonly text?: string;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}
