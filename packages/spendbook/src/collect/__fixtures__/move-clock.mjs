// Loaded with --import before the command: its clock then starts at SPENDBOOK_CLOCK, an instant in ISO 8601.
const offset = Date.parse(process.env.SPENDBOOK_CLOCK ?? "") - Date.now();

const moved = new Proxy(Date, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + offset] : given, made),
  get: (target, name) => (name === "now" ? () => target.now() + offset : Reflect.get(target, name)),
});
// Not by assignment, which the type checker would take for a declaration of everybody's Date.
Reflect.set(globalThis, "Date", moved);
