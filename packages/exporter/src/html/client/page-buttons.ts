import { element } from "../element.js";
import { countText } from "../group-digits.js";
import { createNode } from "./create-node.js";
import type { PageOfLines } from "./pages.js";

const targets = [
  ["First", () => 1],
  ["Previous", ({ number }) => number - 1],
  ["Next", ({ number }) => number + 1],
  ["Last", ({ pages }) => pages],
] as const satisfies readonly (readonly [string, (page: PageOfLines) => number])[];

/** Puts the buttons from page to page under the table, and gives the function that shows where one is. */
export function addPageButtons(place: HTMLElement, onPage: (number: number) => void): (page: PageOfLines) => void {
  let current: PageOfLines = { number: 1, pages: 1, from: 0, to: 0 };
  const position = createNode(element("span", { class: "muted" }));
  const buttons = targets.map(([label, target]) => {
    const button = createNode(element("button", { type: "button" }, label));
    // A button that turns off under the finger would lose the keyboard's place, so it stays and says that it is off.
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") onPage(target(current));
    });
    return button;
  });
  place.append(...buttons.slice(0, 2), position, ...buttons.slice(2));
  return (page) => {
    current = page;
    position.textContent = `Page ${countText(page.number)} of ${countText(page.pages)}`;
    for (const [index, button] of buttons.entries())
      button.setAttribute("aria-disabled", String(index < 2 ? page.number === 1 : page.number === page.pages));
    place.hidden = page.pages === 1;
  };
}
