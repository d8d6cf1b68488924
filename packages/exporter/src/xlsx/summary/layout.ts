/** The columns of the sheet Summary, A to L, in characters. */
export const summaryWidths = [17, 18, 24, 10, 16, 16, 19, 16, 16, 16, 14, 15];

/** The sheet is one printed page: so many wallets and currencies stand on it, the others on Roll-forward. */
export const mostWallets = 20;
export const mostCurrencies = 3;

/** A page of more rows is printed upright. */
export const mostLandscapeRows = 62;

/** How many rows a chart covers. */
export const chartRows = 16;
