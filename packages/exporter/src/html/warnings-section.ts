import type { Statement } from "@spendbook/normalizer";
import { type Element, element } from "./element.js";
import { section } from "./section.js";

/** What a reader should look at before relying on the figures; nothing where there is no warning. */
export function warningsSection({ warnings }: Statement): Element | null {
  if (warnings.length === 0) return null;
  return section(
    "warnings",
    "Look at these first",
    element(
      "ul",
      { class: "warnings" },
      warnings.map(({ code, message, account }) =>
        element(
          "li",
          {},
          account === null || message.startsWith(`${account}:`)
            ? null
            : [element("bdi", { class: "label" }, account.replace("/", " · ")), " "],
          message,
          " ",
          element("code", {}, code),
        ),
      ),
    ),
  );
}
