-- What both statements read: scripts/bench puts the folder of the logs in the place of FOLDER. Columns c0..c32 are the
-- 33 fields of a standard log, p is the pattern of the path.
create view logs as select *,
    regexp_replace(
        regexp_replace(c7, '/[0-9a-f]{8}-[0-9a-f-]{27}', '/<uuid>', 'g'),
        '/[0-9a-f]*[0-9]+[0-9a-f]*', '/<id>', 'g') p
  from read_csv('FOLDER/*.gz', delim='	', header=false, skip=2, quote='', escape='',
  auto_detect=false, null_padding=true,
  columns={
    'c0':'VARCHAR', 'c1':'VARCHAR', 'c2':'VARCHAR', 'c3':'VARCHAR', 'c4':'VARCHAR', 'c5':'VARCHAR',
    'c6':'VARCHAR', 'c7':'VARCHAR', 'c8':'VARCHAR', 'c9':'VARCHAR', 'c10':'VARCHAR', 'c11':'VARCHAR',
    'c12':'VARCHAR', 'c13':'VARCHAR', 'c14':'VARCHAR', 'c15':'VARCHAR', 'c16':'VARCHAR', 'c17':'VARCHAR',
    'c18':'VARCHAR', 'c19':'VARCHAR', 'c20':'VARCHAR', 'c21':'VARCHAR', 'c22':'VARCHAR', 'c23':'VARCHAR',
    'c24':'VARCHAR', 'c25':'VARCHAR', 'c26':'VARCHAR', 'c27':'VARCHAR', 'c28':'VARCHAR', 'c29':'VARCHAR',
    'c30':'VARCHAR', 'c31':'VARCHAR', 'c32':'VARCHAR'})
