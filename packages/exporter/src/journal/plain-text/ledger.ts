import { plainTextFormat } from "./plain-text-format.js";

const tags =
  "UUID provider account wallet kind records corrects inferred source service cost-centre tax vendor lines estimated";

/** A journal for ledger; its strict mode wants to know the tags too. */
export const ledger = plainTextFormat({
  program: "ledger",
  extension: "ledger",
  directives: tags.replace(/\S+ ?/g, (tag) => `tag ${tag.trim()}\n`),
});
