/** A type that no browser runs: a script element of it is data. */
export const lineBlockType = "application/x-spendbook-lines";
