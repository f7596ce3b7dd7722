import type { HandoffReason } from '@balcao/contract';
import { routeOf } from '../hearing/route-of.ts';
import type { Making } from '../making.ts';
import { clock, when } from '../sentences/when.ts';
import type { BotEvent } from '../words.ts';

const reasons: Partial<Readonly<Record<BotEvent, HandoffReason>>> = {
  wants_person: 'request',
  says_yes: 'request',
  is_angry: 'anger',
  is_sensitive: 'sensitive',
  unsure: 'low_confidence',
  wordless: 'failures',
  failed: 'error',
  too_late: 'error',
  tool_failed: 'error',
  loops: 'loop',
  too_many_hops: 'hops',
  late_words: 'late',
};

function reasonOf({ event, facts }: Making): HandoffReason {
  if (event !== 'answer_hands_over') return reasons[event] ?? 'rule';
  const why = facts.draft?.kind === 'handoff' ? facts.draft.reason : 'asked';
  return why === 'asked' ? 'request' : why === 'sensitive' ? 'sensitive' : 'error';
}

/** Where it goes: the flow's rule for the intent, the company's for it, or the company's own place. */
function handOver(making: Making): void {
  const { policy, understood } = making.facts;
  const route = routeOf(making);
  const rule = route !== undefined && route !== 'answer' && 'handoff' in route ? route.handoff : undefined;
  const intent = understood?.sure === true ? understood.intent : (making.memory.intent ?? '');
  const departments = policy?.departments ?? {};
  // Given back one day, the flow begins anew.
  making.flow = undefined;
  making.handoff = {
    reason: reasonOf(making),
    department: rule?.department,
    because: rule?.reason,
    departmentId: Object.hasOwn(departments, intent) ? departments[intent] : (policy?.departmentId ?? undefined),
    priority: making.raises ? 'high' : undefined,
  };
}

/** What happens now, and when: the customer is never left with silence. */
export function tellOfHandoff(making: Making): void {
  const { policy, now, language } = making.facts;
  const { handoff, sentences } = making;
  if (handoff === undefined) return;
  if (policy === undefined) return making.say(sentences.open({ due: '' }));
  const { hours, timeZone } = policy;
  const own = making.facts.draft?.kind === 'handoff' ? making.facts.draft.text : undefined;
  const before = own ?? sentences.before[handoff.reason];
  const day = (at: number) => when(at, now, timeZone, language).split(' ')[0];
  const due =
    hours.answerDueAt === null || day(hours.answerDueAt) !== day(now)
      ? ''
      : clock(hours.answerDueAt, timeZone, language);
  const opens = hours.opensAt === null ? '' : when(hours.opensAt, now, timeZone, language);
  making.say(`${before} ${hours.open ? sentences.open({ due }) : sentences.shut({ opens })}`);
}

/** Whom the talk belongs to. */
export const people = {
  hand_over(making: Making) {
    handOver(making);
    tellOfHandoff(making);
  },
  hand_over_silently: handOver,
  raise_priority(making: Making) {
    making.raises = true;
  },
  /** Somebody else speaks: what was asked is theirs now. */
  step_aside(making: Making) {
    making.memory.failures = 0;
    making.memory.turns = 0;
    making.memory.recent = [];
    making.memory.same = 0;
  },
  resolve(making: Making) {
    making.resolves = true;
  },
  erase_memory(making: Making) {
    making.erasesMemory = true;
  },
  opt_out(making: Making) {
    making.optsOut = true;
  },
};
