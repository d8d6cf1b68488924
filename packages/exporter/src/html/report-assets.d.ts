/** The script and the style sheet of the page, which the build makes from `client` and `report.css`. */
declare module "#report-assets" {
  export const script: string;
  export const style: string;
}
