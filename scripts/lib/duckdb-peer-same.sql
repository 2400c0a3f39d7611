-- The columns that "pathrank rank" prints, as far as SQL gives them in one scan: patterns by two regular expressions,
-- and without the moment of the peak. scripts/bench puts the folder of the logs in the place of FOLDER. Columns c0..c32
-- are the 33 fields of a standard log.
select count(*), sum(n) from (
  select m, p, count(*) n, count(*) filter (o) oc, count(*) filter (st like '4%') e4,
         count(*) filter (st like '5%') e5, count(*) filter (st = '000') ab, sum(b) b,
         approx_count_distinct(cl) cl, approx_quantile(d, [0.5, 0.95, 0.99]) filter (o) q, max(d) filter (o) mx,
         min(t) f, max(t) l,
         list_max(map_values(histogram(epoch(t)::int) filter (o))) pk
  from (
    select c5 m,
           regexp_replace(
               regexp_replace(c7, '/[0-9a-f]{8}-[0-9a-f-]{27}', '/<uuid>', 'g'),
               '/[0-9a-f]*[0-9]+[0-9a-f]*', '/<id>', 'g') p,
           cast(c0 || ' ' || c1 as timestamp) t, c8 st, try_cast(c3 as bigint) b, c4 cl, try_cast(c18 as double) d,
           c13 in ('Miss', 'RefreshHit', 'Error') o
    from read_csv('FOLDER/*.gz', delim='	', header=false, skip=2, quote='', escape='', auto_detect=false,
      null_padding=true,
      columns={
        'c0':'VARCHAR', 'c1':'VARCHAR', 'c2':'VARCHAR', 'c3':'VARCHAR', 'c4':'VARCHAR', 'c5':'VARCHAR',
        'c6':'VARCHAR', 'c7':'VARCHAR', 'c8':'VARCHAR', 'c9':'VARCHAR', 'c10':'VARCHAR', 'c11':'VARCHAR',
        'c12':'VARCHAR', 'c13':'VARCHAR', 'c14':'VARCHAR', 'c15':'VARCHAR', 'c16':'VARCHAR', 'c17':'VARCHAR',
        'c18':'VARCHAR', 'c19':'VARCHAR', 'c20':'VARCHAR', 'c21':'VARCHAR', 'c22':'VARCHAR', 'c23':'VARCHAR',
        'c24':'VARCHAR', 'c25':'VARCHAR', 'c26':'VARCHAR', 'c27':'VARCHAR', 'c28':'VARCHAR', 'c29':'VARCHAR',
        'c30':'VARCHAR', 'c31':'VARCHAR', 'c32':'VARCHAR'}))
  group by all);
