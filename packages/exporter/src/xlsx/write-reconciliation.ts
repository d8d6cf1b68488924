import type { Statement } from "@spendbook/normalizer";
import { agreementSection, type WrittenSheets } from "./agreement-section.js";
import type { Book } from "./book.js";
import { checkSection } from "./check-section.js";
import { cutOffSection } from "./cut-off-section.js";
import { differenceSection } from "./difference-section.js";
import { evidenceSection } from "./evidence-section.js";
import { gridWidths } from "./reconciliation-grid.js";
import { writeSection } from "./sections.js";
import { startSpillSheet } from "./spill-sheet.js";
import { colors } from "./styles.js";

/** Writes how the figures were checked: sums of this workbook, checks, differences, evidence and cut-off. */
export async function writeReconciliation(book: Book, statement: Statement, sheets: WrittenSheets): Promise<void> {
  const { keep } = book;
  const { wallets, cutOff } = statement;
  const sheet = startSpillSheet(book, {
    name: "Reconciliation",
    columns: gridWidths.map((width) => ({ header: "", width })),
    tab: colors.navy,
    isTable: false,
    checks: "I",
  });
  await writeSection(book, sheet, agreementSection(statement, sheets, keep));
  await writeSection(book, sheet, checkSection(wallets, keep));
  await writeSection(book, sheet, differenceSection(wallets, keep));
  await writeSection(book, sheet, evidenceSection(wallets, keep));
  await writeSection(book, sheet, cutOffSection(cutOff, keep));
  sheet.end();
}
