import { emojiWords, shorthand } from './shorthand.ts';

/** Nobody says what they want in more; what comes after is not looked at. */
const READ_AT_MOST = 2_000;

/** Things that are all different and mean the same. The order matters: the narrow ones first. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/\S+|www\.\S+/g, ' umlink '],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' umemail '],
  [/\b\d{3}\.?\d{3}\.?\d{3}[-.]?\d{2}\b/g, ' umcpf '],
  [/\b\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}\b/g, ' umcnpj '],
  [/r\$ ?\d[\d.,]*/g, ' dinheiro '],
  [/\b\d[\d.,]* ?(?:reais|real|conto|pila)s?\b/g, ' dinheiro '],
  [/\b\d{5}-\d{3}\b/g, ' umcep '],
  [/(?:\+?55 ?)?\(?\b\d{2}\)? ?9?\d{4}[- ]?\d{4}\b/g, ' umfone '],
  [/\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/g, ' umadata '],
  [/\b\d{1,2} ?(?:h|hs|hrs|horas?)(?: ?\d{2})?\b|\b\d{1,2}:\d{2}\b/g, ' umahora '],
  [/\b2 ?[aª°] ?via\b|\bseg(?:unda)?[. ]+via\b/g, ' segunda via '],
  [/\b\d{1,2} ?x\b/g, ' vezes '],
  [/\bc\//g, ' com '],
  [/\bp\//g, ' para '],
  [/\bs\//g, ' sem '],
  [/\d{4,}/g, ' numerolongo '],
  [/\d+/g, ' numero '],
];

/** Small letters without accents, one space between words, the tongue of telephones spelled out. "Qro a 2a VIAAA do boleto!!" → "quero a segunda via de boleto !". */
export function normalise(text: string): string {
  let plain = text.slice(0, READ_AT_MOST).toLowerCase();
  for (const [sign, word] of emojiWords) plain = plain.replace(sign, word);
  plain = plain
    .normalize('NFKD')
    .toLowerCase() // letters that were drawn as signs (𝐀, Ⓐ) are letters only now
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/([a-vx-z])\1{2,}/g, '$1');
  for (const [shape, word] of shapes) plain = plain.replace(shape, word);
  return plain
    .replace(/([aeiou])\1/g, '$1')
    .replace(/[^\p{L}\p{N}?!]+/gu, ' ')
    .replace(/([?!])[?! ]*/g, ' $1 ')
    .trim()
    .split(/\s+/)
    .map((word) => shorthand.get(word) ?? word)
    .join(' ');
}
