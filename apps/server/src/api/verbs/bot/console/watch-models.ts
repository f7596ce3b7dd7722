import type { Asking, Models, ModelTurn } from '@balcao/ai/port';

export interface SeenPrompt {
  readonly purpose: 'answer' | 'classify' | 'embed';
  readonly model: string;
  readonly system: string;
  readonly turns: { readonly by: ModelTurn['by']; readonly text: string }[];
  readonly tokens: number;
}

/** The same models, and what they were asked as it left: fenced and with personal data hidden. */
export function watchModels(models: Models): { readonly models: Models; readonly seen: SeenPrompt[] } {
  const seen: SeenPrompt[] = [];
  const note = (
    { models: [first] }: Asking,
    purpose: SeenPrompt['purpose'],
    system: string,
    said: readonly ModelTurn[],
  ) => {
    const turns = said.map((turn) => ({ by: turn.by, text: wordsOf(turn) }));
    const length = turns.reduce((sum, turn) => sum + turn.text.length, system.length);
    seen.push({ purpose, model: first?.model ?? '', system, turns, tokens: Math.ceil(length / 3.3) });
  };
  return {
    seen,
    models: {
      text(asking, request) {
        note(asking, request.purpose, request.system, request.turns);
        return models.text(asking, request);
      },
      object(asking, request) {
        note(asking, request.purpose, request.system, request.turns);
        return models.object(asking, request);
      },
      embed(asking, request) {
        note(
          asking,
          'embed',
          '',
          request.texts.map((text) => ({ by: 'customer', text })),
        );
        return models.embed(asking, request);
      },
      health: (workspaceId, modelId) => models.health(workspaceId, modelId),
    },
  };
}

function wordsOf(turn: ModelTurn): string {
  if (turn.by === 'tool') return turn.results.map(({ name, output }) => `${name}: ${output}`).join('\n');
  if (turn.by === 'customer') return turn.text;
  const calls = (turn.calls ?? []).map(({ name, args }) => `${name}(${JSON.stringify(args)})`);
  return [turn.text, ...calls].filter((part) => part !== '').join('\n');
}
