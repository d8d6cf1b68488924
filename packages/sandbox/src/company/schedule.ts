/** Something that happens to a wallet, told to the wallet's book in the order of time. */
export interface ScheduledEvent {
  readonly at: number;
  run(): void;
}

/** Runs events oldest first, those of one instant in the order in which they were scheduled. */
export function runSchedule(events: readonly ScheduledEvent[]): void {
  for (const event of events.toSorted((one, other) => one.at - other.at)) event.run();
}
