import type { Statement } from "@spendbook/normalizer";
import type WorkbookWriter from "#workbook-writer";
import type { Style } from "#workbook-writer";
import { countCell, dateCell, decimalCell, textCell, type WorkbookCell } from "./cells.js";
import type { LongTexts } from "./long-texts.js";
import { appendRow, appendTexts } from "./sheet-writer.js";
import { styles } from "./styles.js";

/** Writes the sheet that is read first: the wallets' roll-forward, totals, spend by service and day, and what to look at. */
export function writeSummary(workbook: WorkbookWriter, statement: Statement, { keep }: LongTexts): void {
  const sheet = workbook.addWorksheet("Summary", {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [18, 18, 22, 10, 14, 12, ...Array(12).fill(15), 8].map((width) => ({ width }));
  const text = (value: string | null, style: Style = styles.text) => textCell(value, keep, style);
  const block = (title: string, header: readonly string[], rows: readonly (readonly WorkbookCell[])[]) => {
    appendTexts(sheet, []);
    appendTexts(sheet, [title], styles.heading);
    if (header.length > 0) appendTexts(sheet, header, styles.header);
    for (const row of rows) appendRow(sheet, row);
  };

  appendTexts(sheet, [`Statement ${statement.month}`], styles.title);
  appendTexts(sheet, [
    `Months begin and end at midnight in ${statement.timezone}; entries are placed by ${statement.basis === "posted" ? "their posting" : "their charge period"}.`,
  ]);
  appendTexts(sheet, [statement.asOf === null ? "Nothing was collected yet." : `As of ${statement.asOf}.`]);
  appendTexts(sheet, [
    "This is not a tax invoice. Empty means not known. Money into the wallet is positive, out of it negative; spend is printed positive.",
  ]);

  block(
    "Wallets",
    [
      "provider",
      "account",
      "wallet",
      "currency",
      "completeness",
      "verdict",
      "opening",
      "top-ups",
      "grants",
      "refunds",
      "usage",
      "expired",
      "fees",
      "adjustments",
      "unclassified",
      "unexplained",
      "closing",
      "spend",
      "lines",
    ],
    statement.wallets.map((wallet) => [
      text(wallet.provider),
      text(wallet.account),
      text(wallet.wallet),
      text(wallet.currency),
      text(wallet.completeness),
      text(wallet.verdict),
      ...[
        wallet.opening,
        wallet.topUps,
        wallet.grants,
        wallet.refunds,
        wallet.usage,
        wallet.expired,
        wallet.fees,
        wallet.adjustments,
        wallet.unclassified,
        wallet.unexplained,
        wallet.closing,
        wallet.spend,
      ].map(decimalCell),
      countCell(wallet.lines),
    ]),
  );
  block(
    "Totals",
    [
      "currency",
      "spend",
      "top-ups",
      "grants",
      "refunds",
      "usage",
      "expired",
      "fees",
      "adjustments",
      "unclassified",
      "lines",
    ],
    statement.totals.map((total) => [
      text(total.currency),
      ...[
        total.spend,
        total.topUps,
        total.grants,
        total.refunds,
        total.usage,
        total.expired,
        total.fees,
        total.adjustments,
        total.unclassified,
      ].map(decimalCell),
      countCell(total.lines),
    ]),
  );
  block(
    "Spend by service",
    ["provider", "account", "service", "currency", "spend", "lines"],
    statement.byService.map((each) => [
      text(each.provider),
      text(each.account),
      text(each.service),
      text(each.currency),
      decimalCell(each.spend),
      countCell(each.lines),
    ]),
  );
  block(
    "Spend by day",
    ["provider", "account", "date", "currency", "spend", "lines"],
    statement.byDay.map((each) => [
      text(each.provider),
      text(each.account),
      dateCell(each.date),
      text(each.currency),
      decimalCell(each.spend),
      countCell(each.lines),
    ]),
  );
  const notes = statement.wallets.flatMap(({ provider, account, wallet, notes: said }) =>
    said.map((note) => [text(provider), text(account), text(wallet), text(note, styles.plain)]),
  );
  block("Notes", ["provider", "account", "wallet", "note"], notes);
  block(
    "Warnings",
    ["code", "account", "message"],
    statement.warnings.map(({ code, account, message }) => [text(code), text(account), text(message, styles.plain)]),
  );
  sheet.commit();
}
