-- The best peer's way to the same answer: count and p95 per method and folded path, two threads (set threads=2),
-- DuckDB 1.5.2 through JDBC (org.duckdb:duckdb_jdbc:1.5.2.0).
select count(*) from (
  select c5,
         p,
         count(*) n,
         quantile_cont(try_cast(c18 as double), 0.95)
  from logs
  group by all)
