import { normalise } from '@balcao/ai/local';
import { hasPersonal } from '../masking/find-personal.ts';
import type { Known } from '../memory/rows.ts';

const own =
  / (?:meu|minha|meus|minhas|my|mi|mis) \w+| (?:comprei|paguei|pedi|recebi|contratei|agendei|marquei|enviei|mandei|assinei|devolvi|cancelei) /;
const leaning =
  / (?:iss[eo]|esse|essa|esses|essas|este|esta|isto|ele|ela|eles|elas|dele|dela|deles|outr[oa]s?|aquele|aquela|aquilo|tambem|anterior|ultim[oa]) /;
const passing =
  / (?:hoje|ontem|amanha|agora|neste momento|nesse momento|esta semana|este mes|bom dia|boa tarde|boa noite) /;

export interface AnswerToJudge {
  readonly question: string;
  readonly answer: string;
  readonly known: readonly Known[];
  /** A tool was asked: what it said holds for this person, or for this moment. */
  readonly usedTools: boolean;
}

/** Whether an answer is about this person, this talk or this moment: then it is nobody else's, and not another day's. */
export function isPersonal({ question, answer, known, usedTools }: AnswerToJudge): boolean {
  if (usedTools || hasPersonal(question)) return true;
  const asked = plain(question);
  const said = plain(answer);
  if (own.test(asked) || leaning.test(asked) || passing.test(asked) || passing.test(said)) return true;
  return known.some(({ kind, text }) => {
    const words = plain(text).trim();
    if (words === '') return false;
    if (kind === 'name') return words.split(' ').some((part) => part.length > 2 && said.includes(` ${part} `));
    return kind === 'field' ? said.includes(` ${words} `) : sharesWords(words, said);
  });
}

/** Four words in a row of what they told. */
function sharesWords(told: string, said: string): boolean {
  const words = told.split(' ');
  for (let i = 0; i + 4 <= words.length; i++) if (said.includes(` ${words.slice(i, i + 4).join(' ')} `)) return true;
  return false;
}

const plain = (text: string): string => ` ${normalise(text).replace(/[?!]/g, ' ').replace(/\s+/g, ' ').trim()} `;
