import { type Inline, parseInline } from './parse-inline.ts';

export type Block =
  | { readonly block: 'lines' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly block: 'code'; readonly text: string }
  | { readonly block: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  | { readonly block: 'numbers'; readonly from: number; readonly items: readonly (readonly Inline[])[] };

/** A messenger's markup: *bold*, _italic_, ~struck~, `code`, ```block```, "> quote", "- item", "1. item", and links. Never HTML. */
export function parseMarkup(text: string): readonly Block[] {
  const blocks: Block[] = [];
  // Odd parts stand between fences.
  text.split(/```([\s\S]+?)```/).forEach((part, n) => {
    if (n % 2 === 1) blocks.push({ block: 'code', text: part.replace(/^\n|\n$/g, '') });
    else if (part.trim() !== '') blocks.push(...blocksOf(n === 0 ? part : part.replace(/^\n/, '')));
  });
  return blocks;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: string; from: number; lines: (readonly Inline[])[] } | undefined;
  for (const line of text.split('\n')) {
    const { kind, words, from } = kindOf(line);
    if (open?.kind !== kind) {
      if (open) blocks.push(closed(open));
      open = { kind, from, lines: [] };
    }
    open.lines.push(parseInline(words));
  }
  if (open) blocks.push(closed(open));
  return blocks;
}

function kindOf(line: string): { kind: string; words: string; from: number } {
  const [, sign, words] = /^(>|[-*]|\d{1,3}\.) +(\S.*)$/.exec(line) ?? [];
  if (sign === undefined || words === undefined) return { kind: 'lines', words: line, from: 0 };
  if (sign === '>') return { kind: 'quote', words, from: 0 };
  if (/^\d/.test(sign)) return { kind: 'numbers', words, from: Number.parseInt(sign, 10) };
  return { kind: 'bullets', words, from: 0 };
}

function closed({ kind, from, lines }: { kind: string; from: number; lines: (readonly Inline[])[] }): Block {
  if (kind === 'numbers') return { block: 'numbers', from, items: lines };
  if (kind === 'bullets') return { block: 'bullets', items: lines };
  return { block: kind === 'quote' ? 'quote' : 'lines', lines };
}

/** The same text with its marks taken away, on one line: for lists, quotes and notifications. */
export function plainText(text: string): string {
  return parseMarkup(text).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(block: Block): string {
  if (block.block === 'code') return block.text;
  const lines = 'items' in block ? block.items : block.lines;
  return lines.map((line) => line.map(inlineWords).join('')).join(' ');
}

function inlineWords(inline: Inline): string {
  return 'of' in inline ? inline.of.map(inlineWords).join('') : inline.text;
}
