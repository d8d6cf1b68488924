/** A line's place in the books, as the mapping's first matching rule assigned it; null where it assigns none. */
export interface LineCoding {
  /** The general ledger account that bears the expense, in the words of the accounting program. */
  readonly code: string | null;
  readonly costCentre: string | null;
  /** For example `reverse-charge`, or the accounting program's name of a tax rate; never guessed. */
  readonly taxTreatment: string | null;
  /** The supplier's name in the books. */
  readonly vendor: string | null;
  /** The number of the rule, from 1; null where none matched and only the defaults apply. */
  readonly rule: number | null;
  /** The amount in the books' own currency; null where no rates were given. */
  readonly functional: FunctionalAmount | null;
}

/** An amount in the functional currency (IAS 21), exact, with the rate it came by. */
export interface FunctionalAmount {
  /** An exact decimal string with the wallet's sign; null where no rate is known, which a warning says. */
  readonly amount: string | null;
  readonly currency: string;
  /** Units of the functional currency for one of the wallet's; null where several rates were used, or none. */
  readonly rate: string | null;
  /** Where the rate comes from, in the rate file's words, with its date. */
  readonly source: string | null;
}
