import type { AccountConfig } from "../../config/config-schema.js";

/** A row as the provider holds it: `changedAt` is what its list is sorted by and its records are posted at. */
export interface SimulatedRow {
  readonly id: string;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Whole units, so that the simulation does no arithmetic of its own on money. */
  readonly amount: number;
  /** Whether its provider says that it will not change any more. */
  readonly settled: boolean;
}

/** Something that happens just before the provider answers its n-th request. */
export interface Happening {
  readonly request: number;
  readonly kind:
    | "arrival"
    | "late arrival"
    | "re-billing"
    | "removal"
    | "wrong count"
    | "hidden row"
    | "empty page"
    | "429"
    | "500"
    | "cut off"
    | "reset"
    | "not json";
  /** Picks the row, where one is needed. */
  readonly pick: number;
}

/** How one provider words its lists; everything else is the same for all four. */
export interface Wire {
  readonly account: AccountConfig;
  /** The rows of the request's list in the provider's own order. */
  order(rows: readonly SimulatedRow[]): readonly SimulatedRow[];
  /** Null where the request asks for the balance. */
  window(
    request: Request,
    body: string,
  ): { readonly offset: number; readonly limit: number; readonly since: number } | null;
  page(rows: readonly SimulatedRow[], total: number, at: { offset: number; limit: number }, path: string): unknown;
  balance(rows: readonly SimulatedRow[]): unknown;
  /** Whether rows of this provider change after they were first listed. */
  readonly rebills: "always" | "until settled" | "never";
  /** Whether it tells how many rows there are. */
  readonly isCounted: boolean;
}

/** A provider in memory that moves while it is read. Time passes with its requests. */
export class SimulatedProvider {
  rows: SimulatedRow[];
  requests = 0;
  #made: number;
  /** A row that is counted but not listed, as behind a replica that lags, until the request after which it is. */
  #hidden: { readonly id: string; readonly until: number } | null = null;

  constructor(
    readonly wire: Wire,
    public now: number,
    count: number,
    private happenings: readonly Happening[],
    private readonly settled: boolean,
  ) {
    this.rows = Array.from({ length: count }, (_, index) => this.#row(`r${index}`, now - (count - index) * 3_600_000));
    this.#made = count;
  }

  #changes({ settled }: SimulatedRow): boolean {
    return this.wire.rebills === "always" || (this.wire.rebills === "until settled" && !settled);
  }

  #row(id: string, at: number): SimulatedRow {
    return { id, createdAt: at, changedAt: at, amount: 1, settled: this.settled };
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    this.requests += 1;
    this.now += 40;
    const text = await request.text();
    const due = this.happenings.filter((happening) => happening.request === this.requests);
    for (const happening of due) this.#move(happening);
    const faults = new Set(due.map(({ kind }) => kind));
    if (faults.has("reset")) throw new TypeError("fetch failed");
    if (faults.has("429")) return new Response("", { status: 429, headers: { "retry-after": "1" } });
    if (faults.has("500")) return new Response("", { status: 500 });
    if (faults.has("not json")) return new Response("<html>Bad gateway</html>");
    const answer = JSON.stringify(this.#answer(request, text, faults));
    return new Response(faults.has("cut off") ? answer.slice(0, answer.length / 2) : answer);
  };

  /** From now on nothing happens any more. */
  rest(): void {
    this.happenings = [];
    this.#hidden = null;
  }

  #answer(request: Request, text: string, faults: ReadonlySet<Happening["kind"]>): unknown {
    const at = this.wire.window(request, text);
    if (at === null) return this.wire.balance(this.rows);
    const listed = this.wire.order(this.rows).filter(({ createdAt }) => createdAt >= at.since);
    const hidden = this.#hidden !== null && this.requests <= this.#hidden.until ? this.#hidden.id : null;
    const shown = listed.filter(({ id }) => id !== hidden);
    const rows = faults.has("empty page") ? [] : shown.slice(at.offset, at.offset + at.limit);
    return this.wire.page(rows, listed.length + (faults.has("wrong count") ? 1 : 0), at, new URL(request.url).pathname);
  }

  #move({ kind, pick }: Happening): void {
    const index = this.rows.length === 0 ? -1 : pick % this.rows.length;
    const row = this.rows[index];
    if (kind === "arrival" || kind === "late arrival") {
      // A late arrival was posted before the others that are listed already.
      this.rows.push(this.#row(`r${this.#made}`, this.now - (kind === "arrival" ? 0 : 90_000)));
      this.#made += 1;
    } else if (kind === "re-billing" && row !== undefined && this.#changes(row)) {
      this.rows[index] = { ...row, changedAt: this.now, amount: row.amount + 1 };
    } else if (kind === "hidden row" && row !== undefined && this.wire.isCounted) {
      this.#hidden = { id: row.id, until: this.requests + 60 };
    } else if (kind === "removal" && row !== undefined) this.rows.splice(index, 1);
  }
}
