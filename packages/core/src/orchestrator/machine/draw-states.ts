import type { BotState } from '@balcao/contract';
import { type Row, table } from './table.ts';
import { events, stateNames, states } from './words.ts';

/** docs/states.md, drawn from the table. */
export function drawStates(): string {
  return `# How a talk with the bot goes

Drawn by \`npm run -s draw:states -w packages/core\` from \`packages/core/src/orchestrator/machine/table.ts\`; a test fails when this page is older than the table.
What happens to a talk is an event. The first row that fits the state and the event is taken: its guard is true, its effects are done in their
order, and the talk stands in the state that it leads to. \`flow\` is wherever the flow's own step leads: a question, a menu, an errand, a person.

\`\`\`mermaid
stateDiagram-v2
  [*] --> greeting
${diagram().join('\n')}
\`\`\`

What may happen in every state is left out of the picture, but for where it leads: see the rows that begin with *any*.

## States
| state | what it means |
|---|---|
${stateNames.map((state) => `| \`${state}\` | ${states[state]} |`).join('\n')}

## Events
| event | what happened |
|---|---|
${Object.entries(events)
  .map(([name, what]) => `| \`${name}\` | ${what} |`)
  .join('\n')}

## The table
| row | from | on | when | to | effects |
|---|---|---|---|---|---|
${table.map(line).join('\n')}
`;
}

const line = ({ id, from, on, when, to, do: effects }: Row): string => {
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
  const where = from === 'any' ? '*any*' : code(from);
  return `| ${id} | ${where} | \`${on}\` | ${when === undefined ? '' : `\`${when}\``} | \`${to}\` | ${code(effects)} |`;
};

/** Where a row of one state leads, and of those of every state where they lead from the states in which the bot speaks. */
function diagram(): string[] {
  const arrows = new Map<string, Set<string>>();
  const add = (from: BotState, to: BotState, on: string) => {
    if (from === to) return;
    const key = `${from} --> ${to}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(on));
  };
  for (const { from, on, to } of table) {
    if (to === 'same') continue;
    const starts: readonly BotState[] = from === 'any' ? drawnFrom(on) : from;
    const ends: readonly BotState[] = to === 'flow' ? ['triage', 'collecting', 'identifying'] : [to];
    for (const start of starts) for (const end of ends) add(start, end, on);
  }
  return [...arrows].map(([arrow, on]) => `  ${arrow}: ${[...on].join(', ')}`);
}

/** The state in which an event of every state is most at home. */
function drawnFrom(on: Row['on']): readonly BotState[] {
  if (['answered', 'unsure', 'refused', 'needs_yes', 'answer_hands_over', 'failed', 'too_late', 'fetched'].includes(on))
    return ['answering'];
  if (on === 'tool_done' || on === 'tool_failed') return ['answering'];
  if (on === 'rates') return ['rating'];
  if (on === 'resolved') return ['with_person'];
  if (on === 'person_has_floor') return ['triage', 'waiting_person'];
  if (on === 'wakes') return ['collecting'];
  return on === 'greets' || on === 'step' ? ['greeting', 'closed', 'triage'] : ['triage'];
}
