import type { Statement } from "@spendbook/normalizer";
import { script, style } from "#report-assets";
import { balancesSection, daysSection } from "./charts-section.js";
import { codingSection } from "./coding-section.js";
import { contents } from "./contents.js";
import { cutOffSection } from "./cut-off-section.js";
import { type Element, element } from "./element.js";
import { functionalSection } from "./functional-section.js";
import { monthText } from "./instant-text.js";
import { type LineCount, lineBlocks } from "./line-blocks.js";
import { linesSection } from "./lines-section.js";
import { pageHeader } from "./page-header.js";
import { pageEnd, pageStart } from "./page-shell.js";
import { renderHtml } from "./render-html.js";
import { resourcesSection } from "./resources-section.js";
import { rollForwardSection } from "./roll-forward-section.js";
import { servicesSection } from "./services-section.js";
import { summarySection } from "./summary-section.js";
import { warningsSection } from "./warnings-section.js";
import type { ReportInput } from "./write-report.js";

/** Lines that stand in the page itself, for readers that run no script. */
const firstLines = 100;

/** Lines that the file holds unless another limit is set: what browsers open without trouble. */
const defaultLimit = 200_000;

/** The page, part by part: what is read first comes first, and the lines come last. */
export async function* reportTexts({ statement, lines, limit = defaultLimit }: ReportInput): AsyncGenerator<string> {
  const sections = [
    summarySection(statement),
    warningsSection(statement),
    rollForwardSection(statement),
    daysSection(statement),
    servicesSection(statement),
    resourcesSection(statement),
    codingSection(statement),
    functionalSection(statement),
    balancesSection(statement),
    cutOffSection(statement),
  ].filter((each) => each !== null);
  yield pageStart(`Statement ${statement.month}`, { script, style });
  yield renderHtml(pageHeader(statement));
  yield renderHtml(contents(sections));
  yield `\n<main id="content" tabindex="-1">\n`;
  for (const each of sections) yield `${renderHtml(each)}\n`;
  const count: LineCount = { total: 0, held: 0, first: [] };
  yield* lineBlocks(lines, { count, limit, first: firstLines });
  yield renderHtml(linesSection(count, statement.month));
  yield "\n</main>\n";
  yield pageEnd(footer(statement), script);
}

function footer({ month, notice }: Statement): Element {
  return element(
    "footer",
    {},
    element("p", {}, `Statement of ${monthText(month)}. ${notice}`),
    element("p", {}, "Amounts are exact: nothing on this page is rounded but percentages and the drawings."),
  );
}
