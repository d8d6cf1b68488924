// Loaded with --import before the command: its clock then starts at SPENDBOOK_CLOCK, an instant in ISO 8601.
const RealDate = Date;
const offset = RealDate.parse(process.env.SPENDBOOK_CLOCK ?? "") - RealDate.now();

globalThis.Date = class extends RealDate {
  /** @param {[] | [string | number | Date]} given */
  constructor(...given) {
    super(given.length === 0 ? RealDate.now() + offset : given[0]);
  }

  static now() {
    return RealDate.now() + offset;
  }
};
