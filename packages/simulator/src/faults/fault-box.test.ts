import { expect, test } from 'vitest';
import { FaultBox } from './fault-box.ts';

const strikes = (box: FaultBox, count: number) =>
  Array.from({ length: count }, () => box.strike('error') !== undefined);

test('a fault for the next k occasions strikes k times and is gone', () => {
  const box = new FaultBox(() => 0);
  box.add({ kind: 'error', code: 131000, times: 2 });
  expect(strikes(box, 4)).toEqual([true, true, false, false]);
  expect(box.list()).toEqual([]);
});

test('one in ten strikes exactly every tenth occasion', () => {
  const box = new FaultBox(() => 0);
  box.add({ kind: 'error', code: 131000, every: 10 });
  expect(strikes(box, 30).flatMap((struck, n) => (struck ? [n + 1] : []))).toEqual([10, 20, 30]);
});

test('a share of the occasions is decided by the chance given from outside', () => {
  const chances = [0.05, 0.5, 0.09, 0.1];
  const box = new FaultBox(() => chances.shift() ?? 1);
  box.add({ kind: 'error', code: 131000, ratio: 0.1 });
  expect(strikes(box, 4)).toEqual([true, false, true, false]);
});

test('a fault that concerns something else is passed over and not counted', () => {
  const box = new FaultBox(() => 0);
  box.add({ kind: 'error', code: 131000, to: '551199', times: 1 });
  expect(box.strike('error', (fault) => fault.to === '5522')).toBeUndefined();
  expect(box.strike('drop')).toBeUndefined();
  expect(box.strike('error', (fault) => fault.to === '551199')?.code).toBe(131000);
});
