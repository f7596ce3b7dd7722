import { botHasFloor, readRating } from '../../../conversations/index.ts';
import { understands } from '../../../flows/index.ts';
import type { ErrandFacts, Understood } from '../facts.ts';
import type { Making } from '../making.ts';
import type { BotEvent } from '../words.ts';
import { choiceOf, wordsOf } from './heard.ts';
import { routeOf } from './route-of.ts';
import { taps } from './taps.ts';

/** A message that was written so long before it reached us is not answered as if it were live. */
export const LATE_MS = 15 * 60_000;
/** So often to people and back, and the bot stays out. */
export const MOST_HOPS = 3;
/** The other side is a program: so many misses of the flow, the same words in a row, so many turns faster than anybody types, so many without a person. */
export const loopSigns = { misses: 8, same: 4, quick: 10, quickMs: 20_000, turns: 60 } as const;
/** From here on a question is a question, though the flow waits for any text. */
const SURE_QUESTION = 0.8;

/** What happened, by the facts: the first thing that is true. */
export function eventOf(making: Making): BotEvent {
  const { facts, heard } = making;
  if (!hasFloor(making)) return heard.length > 0 || facts.errand || watched(making) ? 'person_has_floor' : 'nothing';
  const returned = facts.errand && ofErrand(making, facts.errand);
  if (returned !== undefined) return returned;
  if (heard.length === 0) return ofClock(making);
  if (facts.mode === 'flow' && facts.flow === undefined) return 'nothing';
  if (heard.every((message) => facts.now - message.at > LATE_MS)) return 'late_words';
  if (facts.mode === 'flow') return (making.before.flow?.misses ?? 0) >= loopSigns.misses ? 'loops' : 'step';
  if ((facts.hops ?? 0) >= MOST_HOPS) return 'too_many_hops';
  if (loops(making)) return 'loops';
  return ofTap(making) ?? ofWords(making);
}

/** While Meta's agent has a talk, what the customer writes comes as standby and wakes nobody: what woke us came after it. */
export const givenBack = ({ facts }: Making): boolean =>
  facts.floor === 'meta_agent' && facts.floorSince !== null && facts.askedAt > facts.floorSince;

function hasFloor(making: Making): boolean {
  const { floor, floorSince, now } = making.facts;
  const since = floorSince === null ? null : new Date(floorSince);
  return givenBack(making) || botHasFloor(floor, since, new Date(now));
}

const watched = ({ facts, before }: Making): boolean => before.watchAt !== null && before.watchAt <= facts.now;

function ofErrand(making: Making, errand: ErrandFacts): BotEvent | undefined {
  const { facts, heard } = making;
  const late = facts.now >= errand.giveUpAt;
  const more = heard.some((message) => message.seq > errand.forSeq);
  if (errand.kind === 'http') return errand.done || late ? 'fetched' : more ? 'waits' : 'nothing';
  if (errand.kind === 'tool') {
    if (errand.done) return isOk(errand.result) ? 'tool_done' : 'tool_failed';
    return late ? 'too_late' : more ? 'waits' : 'nothing';
  }
  if (more) return undefined; // what was asked is not the whole question any more
  if (facts.draft !== undefined && (errand.done || late)) return ofDraft(making);
  return late ? 'too_late' : 'nothing';
}

const isOk = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;

/** What the draft of an answer amounts to. */
export function ofDraft({ facts: { draft } }: Making): BotEvent {
  switch (draft?.kind) {
    case 'answer':
      return 'answered';
    case 'unsure':
      return 'unsure';
    case 'refused':
      return 'refused';
    case 'confirm':
      return 'needs_yes';
    case 'handoff':
      return 'answer_hands_over';
    default:
      return draft?.kind === 'failed' && draft.why === 'timeout' ? 'too_late' : 'failed';
  }
}

function ofClock(making: Making): BotEvent {
  const { before, facts } = making;
  if (!watched(making)) return 'nothing';
  if (before.memory.resolved === true) return 'resolved';
  const until = before.flow?.pending === 'time' ? Date.parse(before.flow.until ?? '') : Number.NaN;
  return until <= facts.now && facts.flow !== undefined ? 'wakes' : 'idle';
}

function loops({ before, facts, heard }: Making): boolean {
  const { recent = [], turns = 0, last, same = 0 } = before.memory;
  const quick = recent.filter((at) => facts.now - at < loopSigns.quickMs).length;
  const again = last !== undefined && last === wordsOf(heard).slice(0, 200) ? same + 1 : 1;
  return again >= loopSigns.same || quick >= loopSigns.quick || turns >= loopSigns.turns;
}

/** Buttons of our own. */
function ofTap({ before, heard }: Making): BotEvent | undefined {
  const tapped = choiceOf(heard.at(-1)?.content);
  const typed = before.state === 'rating' ? heard.at(-1)?.body : undefined;
  if (readRating(tapped, typed) !== undefined) return 'rates';
  if (tapped === taps.yes) return 'says_yes';
  if (tapped === taps.no) return 'says_no';
  return tapped === taps.person ? 'wants_person' : undefined;
}

const ofIntent: Readonly<Record<string, BotEvent>> = {
  greeting: 'greets',
  thanks: 'thanks',
  goodbye: 'says_goodbye',
  yes: 'says_yes',
  no: 'says_no',
};

function ofWords(making: Making): BotEvent {
  const { facts, heard } = making;
  const { understood } = facts;
  if (understood === undefined) return takesStep(making, undefined) ? 'step' : 'wordless';
  const urgent = ofUrgent(making, understood);
  if (urgent !== undefined) return urgent;
  if (wordsOf(heard) === '') return takesStep(making, undefined) ? 'step' : 'wordless';
  if (takesStep(making, understood)) return 'step';
  const route = routeOf(making);
  if (route !== undefined && route !== 'answer') {
    if ('goto' in route) {
      making.leadsTo = route.goto;
      return 'step';
    }
    return 'say' in route ? 'rule_says' : 'rule_hands_over';
  }
  const known = understood.sure ? ofIntent[understood.intent] : undefined;
  return known ?? 'asks';
}

/** What goes before everything that the flow may wait for. */
function ofUrgent({ facts: { policy } }: Making, understood: Understood) {
  const { intent, sure, anger, wantsHuman, sensitive, memory } = understood;
  if (memory !== null) return memory === 'show' ? 'asks_memory' : 'wants_erased';
  if (sure && intent === 'opt_out') return 'opts_out';
  if (wantsHuman || (sure && intent === 'human')) return 'wants_person';
  if (policy !== undefined && policy.angerAt !== null && anger >= policy.angerAt) return 'is_angry';
  if (sensitive !== null) return 'is_sensitive';
  if (!sure || !policy?.handoffIntents.includes(intent)) return undefined;
  return intent === 'complaint' ? 'is_angry' : 'rule_hands_over';
}

/** Does the flow's step know what to do with it, or is it the step's to say that it does not? */
function takesStep({ facts, before, input }: Making, understood: Understood | undefined): boolean {
  const { flow } = facts;
  const at = before.flow;
  if (flow === undefined || at === undefined) return false;
  if (at.pending !== undefined) return true;
  if (!at.waiting) return false;
  const step = flow.steps[at.step];
  const question = understood?.sure === true && !Object.hasOwn(ofIntent, understood.intent);
  if (understands(flow, at, input)) {
    const anyText = step !== undefined && 'ask' in step && (step.check ?? 'text') === 'text';
    return !(anyText && question && understood.confidence >= SURE_QUESTION && input.text.includes('?'));
  }
  if (step !== undefined && 'ask' in step) return !question && !isSmallTalk(understood);
  return false;
}

const isSmallTalk = (understood: Understood | undefined): boolean =>
  understood?.sure === true && (understood.intent === 'greeting' || understood.intent === 'thanks');
