import { defaultFormats, formats } from "./output/formats.js";

const onRequest = formats.filter((format) => !defaultFormats.includes(format));

/** Words on lines of at most 90 characters behind the options' column. */
function wrapped(text: string): string {
  const column = " ".repeat(26);
  return text.replace(/(?! )(.{1,88})(?: +|$)/g, `${column}$1\n`).trim();
}

/** The text of `spendbook --help`. */
export const help = `spendbook: monthly statements for prepaid AI-cloud wallets, exact to the last digit

  spendbook statement [YYYY-MM]   collect, build, write, print the summary (default: last month)
  spendbook collect               collect only, for a daily schedule
  spendbook close YYYY-MM         lock a month with the hash of its statement, and number it
  spendbook reopen YYYY-MM        open the newest closed month again, on record
  spendbook diff YYYY-MM          what would change in a month if it were made now (exit 0 either way)
  spendbook verify DIR            check a written statement against its manifest and the ledger (exit 4 if it differs)
  spendbook trace RECORD_ID       a line's way back to the provider's record and the run that brought it
  spendbook doctor                check configuration, credentials and reachability, a line each
  spendbook init                  write a starter configuration

Options
  --config FILE           configuration (default: spendbook.config.json, else the environment)
  --ledger FILE|URL       where records are kept: a file or postgres://… (default: spendbook.sqlite)
  --out DIR               where statements are written (default: statements)
  --formats a,b           ${wrapped(`default: ${defaultFormats.join(",")}; on request: ${onRequest.join(" ")}`)}
  --timezone ZONE         the IANA zone a month begins and ends in (default: that of the closed months, else the
                          configuration's, else UTC)
  --basis posted|incurred which date decides an entry's month (default: that of the closed months, else posted,
                          which ties to the wallet)
  --mapping FILE          accounts, cost centres, tax and vendors by rules (default: the configuration's)
  --rates FILE            rates for the functional currency (default: the configuration's)
  --dry-run               statement: show what the mapping does, and write nothing
  --reason "WORDS"        close: why, although something is missing or broken; reopen: why
  --worker                collect: share the accounts out among all workers on a PostgreSQL ledger
  --offline               read the ledger only, ask no provider
  --json                  print the statement as JSON, and nothing else, on standard output
  --quiet                 print errors only
  --help, --version

Without a configuration these variables are enough, also in a .env file:
  PRIME_API_KEY [PRIME_TEAM_ID, PRIME_API_BASE_URL]
  NEEV_API_TOKEN, NEEV_ORG_ID [NEEV_BASE_URL]
  FLEXPRICE_API_KEY, FLEXPRICE_WALLET_ID (a comma list) [FLEXPRICE_BASE_URL]
  WAVESPEED_API_KEY [WAVESPEED_BASE_URL]
  RUNPOD_API_KEY [RUNPOD_BASE_URL]

Exit codes: 0 complete, nothing broken · 1 unexpected · 2 usage or configuration
            3 an account failed or is partial (files are marked INCOMPLETE) · 4 a wallet is broken, or what is on record differs
`;
