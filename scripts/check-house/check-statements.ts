import { type Finding, type House, wrong } from './house.ts';
import { placeOf } from './place-of.ts';

/** PostgreSQL cuts names at 63 bytes, and two statements of one name on one connection are one statement. */
export function checkStatements({ sources }: House): Finding[] {
  const findings: Finding[] = [];
  const firstAt = new Map<string, string>();
  for (const { path, isTest, sqlTexts } of sources.values()) {
    if (isTest || placeOf(path).floor === 'scripts') continue;
    for (const { statement, line } of sqlTexts) {
      if (statement === undefined) continue;
      const before = firstAt.get(statement);
      if (before)
        findings.push(wrong('statements', path, `the statement '${statement}' is already in ${before}`, line));
      else firstAt.set(statement, `${path}:${line}`);
      if (Buffer.byteLength(statement) > 63)
        findings.push(wrong('statements', path, `'${statement}' is longer than 63 bytes`, line));
      const room = placeOf(path).floor === 'core' ? placeOf(path).room : undefined;
      if (room && !statement.startsWith(`${room}/`))
        findings.push(wrong('statements', path, `'${statement}' should begin with its room: ${room}/`, line));
    }
  }
  return findings;
}
