/** Values that stand in a range of the workbook; the chart also holds them, for programs that do not look there. */
export interface ChartValues {
  /** The range, as a formula refers to it. */
  readonly reference: string;
  readonly values: readonly number[];
  readonly format: string;
}

export interface ChartTexts {
  readonly reference: string;
  readonly values: readonly string[];
}

export interface ChartSeries {
  readonly name: ChartTexts;
  readonly values: ChartValues;
  /** RRGGBB; one for each value, or one for all. */
  readonly colors: readonly string[];
}

/** A native bar chart: `bars` lie, with their values written at them; `columns` stand, stacked by series. */
export interface Chart {
  readonly title: string;
  readonly kind: "bars" | "columns";
  readonly categories: ChartTexts | ChartValues;
  readonly series: readonly ChartSeries[];
  /** The number format of the axis of values. */
  readonly format: string;
}
