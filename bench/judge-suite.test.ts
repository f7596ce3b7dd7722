import { expect, test } from 'vitest';
import { judgeSuite } from './judge-suite.ts';
import type { Cycle } from './measures/measure-cycle.ts';
import type { Suite } from './suite.ts';

const cycle = (perSecond: number, cpuMs: number, othersShare = 0): Cycle => ({
  ...{ perSecond, cpuMs, othersShare, programMs: cpuMs / 2, postgresMs: cpuMs / 2 },
  ...{ generatorMs: 0.1, unanswered: 0, refused: 0 },
});

function suite(ours: Cycle, floors: Cycle[]): Suite {
  return {
    ...{ at: '2026-11-21T00:00:00.000Z', cores: 2, coldMs: 2_000 },
    cycle: { ours, wide: ours, floors, batch: cycle(8_000, 0.1) },
    memory: { pssMiB: 300, programMiB: 200, postgresMiB: 100 },
    store: { asked: 10, notOnce: 0, notRecorded: 0, lost: 0, doubled: 0 },
  };
}
const verdictOf = (found: Suite, what: string) =>
  judgeSuite(found).findings.find((finding) => finding.what.startsWith(what))?.verdict;

test('the limits of the issue are kept: a quarter of the floor, aim 0.4; four times its CPU, aim 2.5', () => {
  const floors = [cycle(4_000, 0.3), cycle(4_200, 0.3)];
  const of = (perSecond: number, cpuMs: number) => suite(cycle(perSecond, cpuMs), floors);
  expect(verdictOf(of(1_000, 1.3), 'full cycle, messages')).toBe('NOT MET');
  expect(verdictOf(of(1_100, 1.3), 'full cycle, messages')).toBe('met');
  expect(verdictOf(of(1_700, 1.3), 'full cycle, messages')).toBe('aim met');
  expect(verdictOf(of(1_000, 1.3), 'CPU ms')).toBe('NOT MET');
  expect(verdictOf(of(1_000, 1.1), 'CPU ms')).toBe('met');
  expect(verdictOf(of(1_000, 0.7), 'CPU ms')).toBe('aim met');
});

test('a run is noisy when the floors differ or others worked', () => {
  const ours = cycle(1_500, 0.7);
  expect(judgeSuite(suite(ours, [cycle(4_000, 0.3), cycle(4_400, 0.3)])).noise).toEqual([]);
  expect(judgeSuite(suite(ours, [cycle(4_000, 0.3), cycle(4_700, 0.3)])).noise).toHaveLength(1);
  expect(judgeSuite(suite(ours, [cycle(4_000, 0.3), cycle(4_400, 0.3, 0.2)])).noise).toHaveLength(1);
});

test('one message lost or doubled is not met', () => {
  const found = suite(cycle(1_500, 0.7), [cycle(4_000, 0.3), cycle(4_000, 0.3)]);
  expect(verdictOf(found, 'the store')).toBe('met');
  expect(verdictOf({ ...found, store: { ...found.store, lost: 1 } }, 'the store')).toBe('NOT MET');
});
