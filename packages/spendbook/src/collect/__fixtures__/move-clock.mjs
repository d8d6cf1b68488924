// Loaded with --import before the command: its clock then starts at SPENDBOOK_CLOCK, an instant in ISO 8601.
const offset = Date.parse(process.env.SPENDBOOK_CLOCK ?? "") - Date.now();

globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + offset] : given, made),
  get: (target, name) => (name === "now" ? () => target.now() + offset : Reflect.get(target, name)),
});
