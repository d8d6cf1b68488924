/** A clock that aborts its signal after `duration` milliseconds, until it is cleared. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #end: number;

  constructor(readonly duration: number) {
    this.#end = performance.now() + duration;
    this.#timer = setTimeout(() => this.#controller.abort(), duration);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds left. */
  remaining(): number {
    return this.#end - performance.now();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
