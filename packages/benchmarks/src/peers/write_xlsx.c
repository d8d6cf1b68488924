/* write_xlsx RECORDS FILE: writes the lines of line-at.ts as the sheet Transactions, with libxlsxwriter in constant
   memory: the columns, formats, widths, frozen header and filter of ours. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define COLUMNS 22

static const char *const names[COLUMNS] = {
    "date",     "posted_at",    "period_start", "period_end",  "provider",          "account",   "wallet",    "kind",
    "service",  "resource_id",  "description",  "quantity",    "unit",              "amount",    "amount_exact",
    "currency", "list_amount",  "list_amount_exact",           "estimated",         "record_id", "record_sha256",
    "wallet_no"};

static const double widths[COLUMNS] = {12, 26, 26, 26, 16, 16, 16, 16, 26, 26, 44, 16, 16, 16, 20, 10, 16, 20, 11, 40, 24, 11};

static const char *const services[5] = {"bytedance/seedream-v4.5", "wavespeed-ai/flux-dev",
                                        "wavespeed-ai/wan-2.2/i2v-720p", "google/veo3-fast",
                                        "minimax/hailuo-02/standard"};

static void hex_digits(char *text, uint32_t seed, uint32_t parts) {
    for (uint32_t part = 1; part <= parts; part += 1) {
        uint32_t mixed = (seed + part * 0x9e3779b9u) * 0x85ebca6bu;
        mixed = (mixed ^ mixed >> 13) * 0xc2b2ae35u;
        text += sprintf(text, "%08x", mixed ^ mixed >> 16);
    }
}

static lxw_format *new_format(lxw_workbook *workbook, const char *number_format, uint8_t alignment) {
    lxw_format *format = workbook_add_format(workbook);
    if (number_format != NULL) format_set_num_format(format, number_format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (alignment != LXW_ALIGN_NONE) format_set_align(format, alignment);
    if (alignment == LXW_ALIGN_RIGHT) format_set_indent(format, 1);
    return format;
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    const long records = atol(arguments[1]);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_FALSE};
    lxw_workbook *workbook = workbook_new_opt(arguments[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Transactions");

    lxw_format *header = workbook_add_format(workbook);
    format_set_bold(header);
    format_set_font_color(header, 0xFFFFFF);
    format_set_bg_color(header, 0x1F3A5F);
    format_set_align(header, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(header);
    lxw_format *text = new_format(workbook, "@", LXW_ALIGN_NONE);
    lxw_format *date = new_format(workbook, "yyyy-mm-dd", LXW_ALIGN_LEFT);
    lxw_format *decimal = new_format(workbook, "#,##0.00#############", LXW_ALIGN_RIGHT);
    lxw_format *number = new_format(workbook, "#,##0", LXW_ALIGN_RIGHT);
    lxw_format *boolean = new_format(workbook, NULL, LXW_ALIGN_CENTER);

    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, (lxw_row_t)records, COLUMNS - 1);
    for (lxw_col_t column = 0; column < COLUMNS; column += 1) {
        worksheet_set_column(sheet, column, column, widths[column], NULL);
        worksheet_write_string(sheet, 0, column, names[column], header);
    }

    for (long index = 0; index < records; index += 1) {
        const lxw_row_t row = (lxw_row_t)index + 1;
        const long seconds = (long)((int64_t)index * 2678400 / records);
        const long day = seconds / 86400, hour = seconds % 86400 / 3600, rest = seconds % 3600;
        const int refund = index % 50 == 49;
        const long micros = (long)((int64_t)index * 7919 % 4000000) + 1;
        char posted[32], start[32], end[32], resource[40], description[64], identifier[64], hash[72];
        sprintf(posted, "2025-10-%02ldT%02ld:%02ld:%02ld.000Z", day + 1, hour, rest / 60, rest % 60);
        sprintf(start, "2025-10-%02ldT%02ld:00:00Z", day + 1, hour);
        sprintf(end, "2025-10-%02ldT%02ld:59:59Z", day + 1, hour);
        hex_digits(resource, (uint32_t)index, 4);
        hex_digits(hash, ~(uint32_t)index, 8);
        sprintf(identifier, "wavespeed/measured/%s", resource);
        if (index % 10 == 0) sprintf(description, "A \"quoted\" text, number %ld", index);
        else sprintf(description, "Prediction %ld", index);
        const double sign = refund ? 1e6 : -1e6;

        worksheet_write_number(sheet, row, 0, 45931 + (double)day, date);
        worksheet_write_string(sheet, row, 1, posted, text);
        worksheet_write_string(sheet, row, 2, start, text);
        worksheet_write_string(sheet, row, 3, end, text);
        worksheet_write_string(sheet, row, 4, "wavespeed", text);
        worksheet_write_string(sheet, row, 5, "measured", text);
        worksheet_write_string(sheet, row, 6, "default", text);
        worksheet_write_string(sheet, row, 7, refund ? "refund" : "usage", text);
        worksheet_write_string(sheet, row, 8, services[index % 5], text);
        worksheet_write_string(sheet, row, 9, resource, text);
        worksheet_write_string(sheet, row, 10, description, text);
        worksheet_write_number(sheet, row, 11, (double)(index % 9 + 1), decimal);
        worksheet_write_string(sheet, row, 12, "prediction", text);
        worksheet_write_number(sheet, row, 13, (double)micros / sign, decimal);
        worksheet_write_string(sheet, row, 15, "USD", text);
        worksheet_write_number(sheet, row, 16, (double)(micros + 250000) / sign, decimal);
        worksheet_write_boolean(sheet, row, 18, index % 3 == 0, boolean);
        worksheet_write_string(sheet, row, 19, identifier, text);
        worksheet_write_string(sheet, row, 20, hash, text);
        worksheet_write_number(sheet, row, 21, 1, number);
    }
    return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}
