import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, moveBy, zoomAt } from './zoom.ts';

const number = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const point = fc.record({ x: number(-500, 500), y: number(-500, 500) });

test('what is under the pointer stays under it while the picture grows', () => {
  fc.assert(
    fc.property(point, point, number(1.1, 3), (before, pointer, factor) => {
      const now = { scale: 2, ...before };
      const next = zoomAt(now, pointer, factor);
      const ofPicture = (zoom: typeof now) => (pointer.x - zoom.x) / zoom.scale;
      expect(ofPicture(next)).toBeCloseTo(ofPicture(now), 6);
    }),
  );
});

test('a picture never becomes smaller than its window, and lies in its middle then', () => {
  expect(zoomAt({ scale: 1.5, x: 90, y: -40 }, { x: 10, y: 10 }, 0.1)).toEqual(fitted);
});

test('a picture is never pushed out of its window', () => {
  fc.assert(
    fc.property(number(1, 8), point, (scale, by) => {
      const next = moveBy({ scale, x: 0, y: 0 }, by, { width: 300, height: 200 });
      expect(Math.abs(next.x)).toBeLessThanOrEqual(((scale - 1) * 300) / 2);
      expect(Math.abs(next.y)).toBeLessThanOrEqual(((scale - 1) * 200) / 2);
    }),
  );
});
