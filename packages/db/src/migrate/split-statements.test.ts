import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';

const texts = (sql: string) => splitStatements(sql).map((statement) => statement.text);

test('semicolons in texts, names, comments and bodies end nothing', () => {
  expect(texts(`select ';', ";", 'it''s;'; -- a; b\nselect 2 /* ; /* ; */ ; */ + 1`)).toEqual([
    `select ';', ";", 'it''s;'`,
    'select 2 /* ; /* ; */ ; */ + 1',
  ]);
  expect(texts('do $$ begin; end $$; do $x$ $$; $x$;')).toEqual(['do $$ begin; end $$', 'do $x$ $$; $x$']);
  expect(texts(String.raw`select E'\';'; select 1`)).toEqual([String.raw`select E'\';'`, 'select 1']);
});

test('a parameter is no dollar quote', () => {
  expect(texts('select $1; select $2')).toEqual(['select $1', 'select $2']);
});

test('each statement knows the line of its first word', () => {
  const sql = '-- what it does\n\ncreate table a ();\n\n-- why\n/* more */\ncreate table b (\n);\n';
  expect(splitStatements(sql).map((statement) => statement.line)).toEqual([3, 7]);
});

test('an unfinished text, comment or body is one statement to the end', () => {
  for (const sql of ["select 'a; b", 'select /* a; b', 'do $$ a; b', "select E'a; b"])
    expect(texts(sql)).toEqual([sql]);
});

test('statements of any kind, joined by semicolons, come apart again', () => {
  const atom = fc.constantFrom(
    "'a;b'",
    '"c;d"',
    '$$e;f$$',
    '$tag$g;$$;h$tag$',
    '/* i; /* j; */ */',
    'word',
    '1',
    "E'k\\';l'",
    "''",
  );
  const statement = fc.array(atom, { minLength: 1, maxLength: 6 }).map((parts) => `select ${parts.join(' ')}`);
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (list) => {
      expect(texts(list.join(' ;\n-- x; y\n'))).toEqual(list);
    }),
  );
});
