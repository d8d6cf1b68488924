-- The roll-forward's movements of every wallet and currency, from the statement's lines. It is the same in DuckDB, Trino,
-- Spark and ClickHouse, and needs a table or view `statement_lines`. In DuckDB:
--   create view statement_lines as select * from read_parquet('parquet-2026-10-*.parquet');
-- Amounts have the wallet's sign (in +, out -); spend is positive. `unsummed` counts the lines that no total holds: their
-- direction is not known, or their amount does not fit DECIMAL(38, 18) and stands in amount_exact. It should be 0.
select
  month,
  provider,
  account,
  wallet,
  currency,
  coalesce(sum(amount) filter (where kind = 'top-up'), 0) as top_ups,
  coalesce(sum(amount) filter (where kind = 'grant'), 0) as grants,
  coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunds,
  coalesce(sum(amount) filter (where kind = 'usage'), 0) as usage,
  coalesce(sum(amount) filter (where kind = 'expiry'), 0) as expired,
  coalesce(sum(amount) filter (where kind = 'fee'), 0) as fees,
  coalesce(sum(amount) filter (where kind = 'adjustment'), 0) as adjustments,
  coalesce(sum(amount) filter (where kind = 'unclassified'), 0) as unclassified,
  coalesce(-sum(amount) filter (where kind in ('usage', 'refund')), 0) as spend,
  coalesce(sum(amount), 0) as movement,
  count(*) as lines,
  count(*) filter (where amount is null) as unsummed
from statement_lines
group by month, provider, account, wallet, currency
order by month, provider, account, wallet, currency
