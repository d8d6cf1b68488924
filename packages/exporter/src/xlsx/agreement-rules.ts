import type { FormatRule, Worksheet } from "#workbook-writer";
import { colors, type Tone } from "./styles.js";

const rule = (cell: string, word: string, tone: Tone, priority: number): FormatRule => ({
  type: "expression",
  priority,
  formulae: [`${cell}="${word}"`],
  style: {
    font: { bold: true, color: { argb: colors[tone].text } },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: colors[tone].fill } },
  },
});

/** Colors the live checks of a column, whose words change when the workbook is recalculated. */
export function colorAgreements(sheet: Worksheet, column: string, first: number, last: number): void {
  const cell = `$${column}${first}`;
  sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${last}`,
    rules: [rule(cell, "agrees", "good", 1), rule(cell, "differs", "bad", 2)],
  });
}
