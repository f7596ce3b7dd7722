import type { ModelTurn } from '../../port/index.ts';

/** Portuguese runs at about 3.6 letters to a token; a guess that is high rather than low. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 3.5);

export function estimateAsked(system: string, turns: readonly ModelTurn[]): number {
  const said = turns.map((turn) =>
    turn.by === 'tool' ? turn.results.map((one) => one.output).join(' ') : `${turn.text}${callsOf(turn)}`,
  );
  return estimateTokens(system) + said.reduce((sum, text) => sum + estimateTokens(text) + 4, 0);
}

const callsOf = (turn: ModelTurn): string => (turn.by === 'company' && turn.calls ? JSON.stringify(turn.calls) : '');
