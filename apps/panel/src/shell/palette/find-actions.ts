import type { Action } from './actions.ts';

/** Without accents and case: "configuracoes" finds "Configurações". */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The actions whose words begin with every word that was typed; all of them when nothing was. The newest of an id wins. */
export function findActions(actions: readonly Action[], query: string): readonly Action[] {
  const byId = new Map(actions.map((one) => [one.id, one]));
  const typed = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...byId.values()].filter(({ label, group, also }) => {
    const words = plain(`${label} ${group} ${also ?? ''}`).split(/[^\p{L}\p{N}]+/u);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}
