/** What an answer is to look like, after the rules that always hold. */
export const answerForm = `COMO RESPONDER
- Escreva só a mensagem para o cliente.
- Depois de cada frase tirada de uma fonte, o número dela entre colchetes, como [1] ou [2]. O cliente não vê esses números.
- Se as fontes e as ferramentas não respondem à pergunta, escreva só: NAO_SEI
- Se o cliente quer uma pessoa, ou o assunto pede uma, escreva só: PESSOA
- Se é algo que estas regras proíbem, escreva só: RECUSO`;

export type ReadAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly cited: readonly number[] }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'person' }
  | { readonly kind: 'refused' };

const words = [
  [/^\W*n[aã]o[_ ]?sei\W*$/i, 'unsure'],
  [/^\W*pessoa\W*$/i, 'person'],
  [/^\W*recuso\W*$/i, 'refused'],
] as const;
/** Within a sentence only what no sentence says: "pessoa" is a word of every day. */
const anyWord = /\b(?:NAO_SEI|NÃO_SEI|RECUSO)\b|^PESSOA\W*$/m;
const marks = /[ \t]*\[(?:fonte\s*)?(\d{1,2}(?:\s*[,;e]\s*\d{1,2})*)\]/gi;

/** What a model wrote, with the marks of its sources taken out. A word of ours within a sentence counts as the word: it half knows. */
export function readAnswer(written: string): ReadAnswer {
  const text = written.trim();
  for (const [pattern, kind] of words) if (pattern.test(text)) return { kind };
  const loose = anyWord.exec(text)?.[0];
  if (loose !== undefined)
    return { kind: loose.startsWith('PESSOA') ? 'person' : loose === 'RECUSO' ? 'refused' : 'unsure' };
  const cited = [...text.matchAll(marks)].flatMap((match) => (match[1] ?? '').match(/\d+/g) ?? []).map(Number);
  return { kind: 'text', text: tidy(text.replace(marks, '')), cited: [...new Set(cited)] };
}

/** WhatsApp's own marks: bold is one star, and headings are none. */
const tidy = (text: string): string =>
  text
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/[ \t]+([.,;!?])/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
