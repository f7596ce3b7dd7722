import type { MantineColorsTuple } from '@mantine/core';

/** Petróleo: the counter. Buttons, links, what is chosen. */
export const petroleo: MantineColorsTuple = [
  '#eef7f6',
  '#d8ecea',
  '#b1d9d5',
  '#84c3bd',
  '#58aaa3',
  '#33918a',
  '#1b7a74',
  '#0f6862',
  '#0b524e',
  '#0b3b39',
];

/** Caju: the bell on it. What asks for a look: unread, waiting too long. Never for errors. */
export const caju: MantineColorsTuple = [
  '#fff2ed',
  '#ffe1d7',
  '#ffc1ad',
  '#ff9d80',
  '#fb7a56',
  '#ef5f38',
  '#d34a25',
  '#b53c1b',
  '#903118',
  '#6d2714',
];

/** Areia: warm greys in place of Mantine's. */
export const areia: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e9e6e0',
  '#dbd7cf',
  '#c5c0b6',
  '#9d978c',
  '#6f6a60',
  '#55514a',
  '#3a3732',
  '#22201d',
];

/** Noite: the dark scheme's greys, with a breath of petróleo. */
export const noite: MantineColorsTuple = [
  '#dfe3e1',
  '#b9c1be',
  '#98a29f',
  '#6d7875',
  '#3d4846',
  '#2d3735',
  '#222b29',
  '#1a2220',
  '#131a18',
  '#0c1110',
];
