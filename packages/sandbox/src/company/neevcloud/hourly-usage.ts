import { awkwardTexts } from "../awkward-texts.js";
import { dataEnd } from "../calendar.js";
import { day, hour, instant, second, startOfDay } from "../instant.js";
import type { Random } from "../random.js";
import type { ScheduledEvent } from "../schedule.js";
import type { NeevCloudBook } from "./wallet-book.js";

const firstHour = instant("2026-07-29");

/** The hours of two months' ends are posted in the next month's very first and in its first microseconds. */
const postings = new Map([
  [instant("2026-10-01"), instant("2026-10-01")],
  [instant("2026-11-01"), instant("2026-11-01T00:00:00.000001Z")],
]);

/** Every hour of use, debited some seconds after the hour has ended. Micro-dollars. */
export function hourlyUsage(book: NeevCloudBook, random: Random): ScheduledEvent[] {
  const events: ScheduledEvent[] = [];
  for (let start = firstHour; start + hour < dataEnd; start += hour) {
    const end = start + hour;
    const at = postings.get(end) ?? end + random.integer(3 * second, 50 * second);
    const charge = (type: string, description: string, amount: number, posted = at) =>
      events.push({ at: posted, run: () => book.charge(amount, { at: posted, description, type, hourStart: start }) });

    charge("vm-h100-prod", "NVIDIA H100 80 GB, on demand, vm-h100-prod", 2_490_000);
    if (isNight(start)) charge("vm-l40s-batch", "NVIDIA L40S, on demand, nightly batch", 890_000);
    // One batch posts the hour of every machine: rows of the same microsecond.
    if (isWorkingHour(start)) charge("vm-t4-notebook", notebookName(start), 350_000);
    if (random.oneIn(4)) {
      const amount = random.integer(1, 9_999);
      charge("endpoint-tiny-embed", "Serverless endpoint tiny-embed, by token", amount, at + random.integer(0, second));
    }
    if (random.oneIn(300)) charge("vm-stopped", "Stopped machine, address kept, no charge", 0);
  }
  return events;
}

function isNight(start: number): boolean {
  const hourOfDay = (start - startOfDay(start)) / hour;
  return hourOfDay < 2 || hourOfDay >= 18;
}

function isWorkingHour(start: number): boolean {
  const hourOfDay = (start - startOfDay(start)) / hour;
  // The Unix epoch was a Thursday.
  const dayOfWeek = (Math.floor(start / day) + 4) % 7;
  return dayOfWeek >= 1 && dayOfWeek <= 5 && hourOfDay >= 4 && hourOfDay < 13;
}

/** People name their notebooks as they like, every day another one. */
function notebookName(start: number): string {
  return awkwardTexts[Math.floor(start / day) % awkwardTexts.length] ?? awkwardTexts[0];
}
