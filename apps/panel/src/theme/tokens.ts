import type { CSSVariablesResolver } from '@mantine/core';
import { areia, caju, noite, petroleo } from './palette.ts';

/*
 * Every surface of the panel is painted with these. In CSS modules: `background: var(--b-surface)`.
 * Never write a colour anywhere else; a new meaning gets a new token here, for light and dark at once.
 */
interface Tokens {
  /** Behind everything. */
  readonly canvas: string;
  /** Panes, cards, rows. */
  readonly surface: string;
  /** What floats: menus, dialogs. */
  readonly raised: string;
  /** Wells: search fields in panes, code, the ground of a talk. */
  readonly sunken: string;
  readonly hover: string;
  /** The row that is open. */
  readonly chosen: string;
  readonly 'chosen-line': string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly text: string;
  /** Second line: still AA on canvas, surface and sunken. */
  readonly 'text-soft': string;
  /** Links, active words, icons that are on. */
  readonly accent: string;
  readonly 'accent-soft': string;
  /** What asks for a look (unread). */
  readonly attention: string;
  readonly 'attention-text': string;
  readonly danger: string;
  readonly 'danger-soft': string;
  readonly good: string;
  readonly 'good-soft': string;
  readonly warn: string;
  readonly 'warn-soft': string;
  readonly 'bubble-in': string;
  readonly 'bubble-out': string;
  readonly 'bubble-note': string;
  readonly rail: string;
  readonly 'rail-hover': string;
  readonly 'rail-chosen': string;
  readonly 'rail-text': string;
  readonly 'rail-text-strong': string;
  readonly focus: string;
  readonly 'logo-tile': string;
  readonly 'logo-tile-dark': string;
  readonly 'logo-bell': string;
  readonly 'logo-button': string;
}

/** The mark is the same by day and by night. */
const logo = {
  'logo-tile': petroleo[7],
  'logo-tile-dark': '#175e59',
  'logo-bell': '#ffffff',
  'logo-button': caju[4],
};

const light: Tokens = {
  canvas: '#f7f5f1',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: areia[1],
  hover: '#f6f4f0',
  chosen: '#e7f2f0',
  'chosen-line': petroleo[7],
  line: areia[2],
  'line-strong': areia[3],
  text: areia[9],
  'text-soft': '#66615a',
  accent: petroleo[7],
  'accent-soft': petroleo[0],
  attention: caju[7],
  'attention-text': '#ffffff',
  danger: '#b3261e',
  'danger-soft': '#fdeceb',
  good: '#1e6b3a',
  'good-soft': '#e8f5ec',
  warn: '#7d4e00',
  'warn-soft': '#fff4dc',
  'bubble-in': '#ffffff',
  'bubble-out': '#dcefec',
  'bubble-note': '#fff3d6',
  rail: petroleo[9],
  'rail-hover': '#12504c',
  'rail-chosen': '#175e59',
  'rail-text': '#b9d6d2',
  'rail-text-strong': '#ffffff',
  focus: petroleo[6],
  ...logo,
};

const dark: Tokens = {
  canvas: '#111716',
  surface: noite[7],
  raised: noite[6],
  sunken: '#0f1514',
  hover: '#202927',
  chosen: '#17302d',
  'chosen-line': petroleo[4],
  line: '#28312f',
  'line-strong': noite[4],
  text: noite[0],
  'text-soft': noite[2],
  accent: petroleo[3],
  'accent-soft': '#14302d',
  attention: caju[4],
  'attention-text': '#2a0f06',
  danger: '#ff9a91',
  'danger-soft': '#3a1a18',
  good: '#86d3a0',
  'good-soft': '#14301e',
  warn: '#f0c36a',
  'warn-soft': '#34290f',
  'bubble-in': noite[6],
  'bubble-out': '#173a37',
  'bubble-note': '#372d13',
  rail: '#0b1211',
  'rail-hover': '#17211f',
  'rail-chosen': '#1a302d',
  'rail-text': '#93a3a0',
  'rail-text-strong': '#f1f5f4',
  focus: petroleo[4],
  ...logo,
};

const asVariables = (tokens: Tokens): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--b-${name}`, value]));

const ofMantine = (tokens: Tokens): Record<string, string> => ({
  '--mantine-color-body': tokens.surface,
  '--mantine-color-text': tokens.text,
  '--mantine-color-dimmed': tokens['text-soft'],
  '--mantine-color-default': tokens.surface,
  '--mantine-color-default-hover': tokens.hover,
  '--mantine-color-default-border': tokens['line-strong'],
  '--mantine-color-default-color': tokens.text,
  '--mantine-color-anchor': tokens.accent,
  '--mantine-color-placeholder': tokens['text-soft'],
  '--mantine-color-error': tokens.danger,
  '--mantine-color-red-light': tokens['danger-soft'],
  '--mantine-color-red-light-color': tokens.danger,
  '--mantine-color-yellow-light': tokens['warn-soft'],
  '--mantine-color-yellow-light-color': tokens.warn,
  '--mantine-color-green-light': tokens['good-soft'],
  '--mantine-color-green-light-color': tokens.good,
  '--mantine-color-petroleo-light': tokens['accent-soft'],
  '--mantine-color-petroleo-light-color': tokens.accent,
});

export const tokensOf: CSSVariablesResolver = () => ({
  variables: { '--b-rail-width': '4rem', '--b-pane-header': '3.5rem' },
  light: { ...asVariables(light), ...ofMantine(light) },
  dark: { ...asVariables(dark), ...ofMantine(dark) },
});

/** For the test of contrast. */
export const schemes: Readonly<Record<'light' | 'dark', Readonly<Record<keyof Tokens, string>>>> = { light, dark };
