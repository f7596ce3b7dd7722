import type { Memory } from './facts.ts';
import { wordsOf } from './hearing/heard.ts';
import type { Making } from './making.ts';
import type { BotEvent } from './words.ts';

/** Nothing was said to the bot. */
const unheard: ReadonlySet<BotEvent> = new Set(['nothing', 'person_has_floor', 'waits']);

/** What tells whoever takes over what was tried. */
const worthTelling: ReadonlySet<BotEvent> = new Set([
  'answered',
  'unsure',
  'refused',
  'failed',
  'too_late',
  'tool_done',
  'tool_failed',
  'wordless',
]);

const KEPT = { tried: 6, recent: 10, text: 200 } as const;

/** What the bot keeps in mind after this turn. */
export function remember(making: Making): Memory {
  const { facts, before, heard, event, memory, said } = making;
  if (facts.mode === 'flow') return before.memory;
  if (making.handoff !== undefined) return {};
  if (event === 'nothing' || event === 'waits') return { ...memory, pending: before.memory.pending };
  const words = wordsOf(heard).slice(0, KEPT.text);
  const spoke = heard.length > 0 && !unheard.has(event) && facts.errand === undefined;
  const { understood } = facts;
  const tried = worthTelling.has(event)
    ? [...(memory.tried ?? []), { event, text: (memory.asking ?? words).slice(0, KEPT.text) }].slice(-KEPT.tried)
    : memory.tried;
  return {
    ...memory,
    pending: making.pending,
    resolved: undefined,
    nudged: heard.length > 0 ? undefined : memory.nudged,
    ...(spoke ? { last: words, same: before.memory.last === words ? (memory.same ?? 1) + 1 : 1 } : {}),
    ...(said.length > 0 && heard.length > 0
      ? { turns: (memory.turns ?? 0) + 1, recent: [...(memory.recent ?? []), facts.now].slice(-KEPT.recent) }
      : {}),
    ...(understood?.sure === true ? { intent: understood.intent } : {}),
    ...(understood === undefined ? {} : { anger: Math.max(memory.anger ?? 0, understood.anger) }),
    tried,
  };
}
