import { posix } from 'node:path';
import { type Finding, type House, type Source, type SqlText, wrong } from './house.ts';
import { placeOf } from './place-of.ts';

/** A write that belongs to one verb: its SQL stands under that verb's statement name, and only that verb's file imports it. */
interface Truth {
  readonly sentence: string;
  readonly writes: (sql: string) => boolean;
  readonly verbs: readonly string[];
}

const truths: readonly Truth[] = [
  {
    sentence: 'only messages/queue-reply inserts outbound messages',
    writes: (sql) =>
      /insert\s+into\s+outbox\b/i.test(sql) || (/insert\s+into\s+messages\b/i.test(sql) && /'out'/.test(sql)),
    verbs: ['queue-reply'],
  },
  {
    sentence: 'messages are inserted only by messages/receive and messages/queue-reply',
    writes: (sql) => /insert\s+into\s+messages\b/i.test(sql),
    verbs: ['queue-reply', 'receive'],
  },
  {
    sentence: 'only messages/advance-status writes the status of a message',
    writes: (sql) => /update\s+messages\b[^;]*?\bset\b(?:(?!\bwhere\b)[^;])*?(?<![."\w])status\s*=/is.test(sql),
    verbs: ['advance-status'],
  },
];

const ownedBy = (verbs: readonly string[], name: string) =>
  verbs.some((verb) => name === verb || name.startsWith(`${verb}-`));

function checkOneSql(source: Source, sql: SqlText, truth: Truth): Finding | undefined {
  const { floor, room } = placeOf(source.path);
  const [statementRoom, statementVerb = ''] = sql.statement?.split('/') ?? [];
  const named = statementRoom === 'messages' && ownedBy(truth.verbs, statementVerb);
  const standsInVerb = ownedBy(truth.verbs, posix.basename(source.path, '.ts'));
  if (floor === 'core' && room === 'messages' && (named || standsInVerb)) return undefined;
  return wrong('truths', source.path, truth.sentence, sql.line);
}

/** Whoever imports a guarded statement writes too. */
function checkImporters({ sources }: House, home: Source, sql: SqlText): Finding[] {
  const guarding = truths.filter((truth) => truth.writes(sql.text));
  if (sql.constant === undefined || guarding.length === 0) return [];
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    if (source.isTest) continue;
    for (const one of source.imports) {
      if (one.to !== home.path || !(one.names.includes(sql.constant) || one.names.includes('*'))) continue;
      const verb = posix.basename(source.path, '.ts');
      for (const truth of guarding)
        if (!ownedBy(truth.verbs, verb))
          findings.push(wrong('truths', source.path, `${truth.sentence}, and this imports ${sql.constant}`, one.line));
    }
  }
  return findings;
}

function checkSends(source: Source): Finding[] {
  const { floor, room } = placeOf(source.path);
  if ((floor !== 'core' && floor !== 'server') || room === 'outbox') return [];
  return source.sends
    .filter((send) => /(adapter|channel|provider|sender|whatsapp)\w*\)?$/i.test(send.what))
    .map((send) =>
      wrong(
        'truths',
        source.path,
        `only the outbox calls a channel's send, and this calls ${send.what}.send`,
        send.line,
      ),
    );
}

/** The three truths of ARCHITECTURE.md. */
export function checkTruths(house: House): Finding[] {
  const findings: Finding[] = [];
  for (const source of house.sources.values()) {
    if (source.isTest || placeOf(source.path).floor === 'scripts') continue;
    findings.push(...checkSends(source));
    for (const sql of source.sqlTexts) {
      for (const truth of truths) {
        const found = truth.writes(sql.text) ? checkOneSql(source, sql, truth) : undefined;
        if (found) findings.push(found);
      }
      findings.push(...checkImporters(house, source, sql));
    }
  }
  return findings;
}
