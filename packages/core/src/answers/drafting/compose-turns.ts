import type { ModelTurn } from '@balcao/ai/port';
import type { Fence, FencedKind, Mask } from '../../governance/index.ts';
import type { Passage } from '../../knowledge/index.ts';
import { isSafe } from '../checking/find-attack.ts';
import type { AnswerRequest, Attached } from '../types.ts';

export interface Material {
  readonly request: AnswerRequest;
  readonly passages: readonly Passage[];
  /** What is known of the contact, in words; empty: nothing. */
  readonly memory: string;
  readonly fence: Fence;
  readonly mask: Mask;
  /** For all turns together. */
  readonly tokens: number;
}

export interface Composed {
  readonly turns: readonly ModelTurn[];
  /** Those that fitted, as they are numbered for the model. */
  readonly passages: readonly Passage[];
}

const fencedKinds: Readonly<Record<Attached['kind'], FencedKind>> = {
  quoted: 'citação',
  caption: 'legenda',
  document: 'documento',
  transcript: 'transcrição',
};

/** High rather than low. */
const tokensOf = (text: string): number => Math.ceil(text.length / 3.3);

/**
 * What is said to the model, within its budget: the question always, then the sources by their score, what is known of the contact,
 * what was sent along, and the talk from its end. All of it is fenced, and its personal data hidden.
 */
export function composeTurns({ request, passages, memory, fence, mask, tokens }: Material): Composed {
  let left = tokens;
  const fit = (text: string): boolean => {
    const needs = tokensOf(text);
    if (needs > left) return false;
    left -= needs;
    return true;
  };
  const question = fence.wrap('pergunta', mask.hide(request.question.slice(0, 4_000)));
  left -= tokensOf(question);
  const kept: Passage[] = [];
  const sources: string[] = [];
  for (const one of passages) {
    const source = fence.wrap('fonte', `[${kept.length + 1}] ${one.text}`, one.title);
    if (!fit(source)) continue;
    kept.push(one);
    sources.push(source);
  }
  const known = memory === '' ? '' : fence.wrap('cliente', mask.hide(memory));
  const parts = [
    sources.length > 0 ? `FONTES\n${sources.join('\n')}` : 'FONTES\n(nenhuma)',
    ...(known !== '' && fit(known) ? [`O QUE SE SABE DO CLIENTE\n${known}`] : []),
    ...(request.attached ?? [])
      .map(({ kind, text }) => fence.wrap(fencedKinds[kind], mask.hide(text.slice(0, 4_000))))
      .filter(fit),
    `PERGUNTA\n${question}`,
  ];
  const turns = [...talkSoFar(request, fence, mask, fit), { by: 'customer' as const, text: parts.join('\n\n') }];
  return { turns: joinNeighbours(turns), passages: kept };
}

/** From the newest back, as far as the budget goes; a talk begins with the customer. */
function talkSoFar({ history }: AnswerRequest, fence: Fence, mask: Mask, fit: (text: string) => boolean): ModelTurn[] {
  const turns: ModelTurn[] = [];
  for (const { by, text } of history.toReversed()) {
    if (by === 'customer' && !isSafe(text)) continue;
    const hidden = mask.hide(text.slice(0, 1_500));
    const said = by === 'customer' ? fence.wrap('histórico', hidden) : hidden;
    if (!fit(said)) break;
    turns.unshift(by === 'customer' ? { by: 'customer', text: said } : { by: 'company', text: said });
  }
  const first = turns.findIndex((turn) => turn.by === 'customer');
  return first < 0 ? [] : turns.slice(first);
}

/** Vendors want the two sides to take turns. */
function joinNeighbours(turns: readonly ModelTurn[]): ModelTurn[] {
  const joined: ModelTurn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last !== undefined && last.by !== 'tool' && turn.by !== 'tool' && last.by === turn.by)
      joined[joined.length - 1] = { by: turn.by, text: `${last.text}\n${turn.text}` };
    else joined.push(turn);
  }
  return joined;
}
