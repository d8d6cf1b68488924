/** Tells of the requests that reach a sandbox; give `onRequest` to the sandbox. */
export interface RequestWatch {
  onRequest(): void;
  /** Runs `then` once, when so many more requests have come; a later call takes its place. */
  after(requests: number, then: () => void): void;
  /** How many have come since `after` was called. */
  count(): number;
}

export function watchRequests(): RequestWatch {
  let count = 0;
  let due = 0;
  let then: () => void = () => {};
  return {
    onRequest() {
      count += 1;
      if (count === due) then();
    },
    after(requests, next) {
      count = 0;
      due = requests;
      then = next;
    },
    count: () => count,
  };
}
