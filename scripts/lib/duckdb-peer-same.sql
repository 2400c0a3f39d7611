-- The columns that "pathrank rank" prints, as far as SQL gives them in one scan: patterns by two regular expressions,
-- and without the moment of the peak.
select count(*), sum(n) from (
  select m, p, count(*) n, count(*) filter (o) oc, count(*) filter (st like '4%') e4,
         count(*) filter (st like '5%') e5, count(*) filter (st = '000') ab, sum(b) b,
         approx_count_distinct(cl) cl, approx_quantile(d, [0.5, 0.95, 0.99]) filter (o) q, max(d) filter (o) mx,
         min(t) f, max(t) l,
         list_max(map_values(histogram(epoch(t)::int) filter (o))) pk
  from (
    select c5 m,
           p,
           cast(c0 || ' ' || c1 as timestamp) t, c8 st, try_cast(c3 as bigint) b, c4 cl, try_cast(c18 as double) d,
           c13 in ('Miss', 'RefreshHit', 'Error') o
    from logs)
  group by all);
