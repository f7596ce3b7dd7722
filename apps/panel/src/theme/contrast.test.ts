import { expect, test } from 'vitest';
import { schemes } from './tokens.ts';

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, two: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'chosen'] as const;
const onGrounds = ['text', 'text-soft', 'accent'] as const;
const pairs = [
  ...onGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...(['bubble-in', 'bubble-out', 'bubble-note'] as const).flatMap((ground) => [
    ['text', ground] as const,
    ['text-soft', ground] as const,
  ]),
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['accent', 'accent-soft'],
  ['attention-text', 'attention'],
  ['rail-text', 'rail'],
  ['rail-text-strong', 'rail-chosen'],
  ['rail-text-strong', 'rail-hover'],
] as const;

test.each(['light', 'dark'] as const)(
  'every text of the %s scheme stands out from its ground (WCAG AA, 4.5 to 1)',
  (scheme) => {
    const tokens = schemes[scheme];
    const weak = pairs
      .filter(([text, ground]) => contrast(tokens[text], tokens[ground]) < 4.5)
      .map((pair) => `${pair.join(' on ')}: ${contrast(tokens[pair[0]], tokens[pair[1]]).toFixed(2)}`);
    expect(weak).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)('the focus of the %s scheme can be seen on every ground (3 to 1)', (scheme) => {
  const tokens = schemes[scheme];
  expect(grounds.filter((ground) => contrast(tokens.focus, tokens[ground]) < 3)).toEqual([]);
});
