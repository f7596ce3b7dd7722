import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../answers/index.ts';
import { answer, facts, flow, made, message, now, policy, tap, understood } from '../testing/facts-of.ts';
import { type Decision, decide } from './decide.ts';
import type { ErrandFacts, Session, TurnFacts, TurnMessage } from './facts.ts';
import { fingerprintOf } from './fingerprint-of.ts';

const MINUTE = 60_000;
const intents = [
  'greeting',
  'thanks',
  'goodbye',
  'human',
  'complaint',
  'opt_out',
  'price',
  'yes',
  'no',
  'outside',
  'cancel',
];
const words = ['oi', 'quanto custa?', '529.982.247-25', 'segunda via', '1', '5', 'pessoa', 'blá blá', 'sim', ''];

/** What may happen next in a talk. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('says' as const),
      text: fc.constantFrom(...words),
      intent: fc.constantFrom(...intents),
      sure: fc.boolean(),
      anger: fc.constantFrom(0, 0, 0, 0.9),
      ageMs: fc.constantFrom(0, 0, 0, 0, 20 * MINUTE),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('taps' as const),
      id: fc.constantFrom('balcao:yes', 'balcao:no', 'balcao:person', 'balcao:rate:4', 'cpf', 'person'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('returns' as const),
      how: fc.constantFrom('answer', 'unsure', 'refused', 'confirm', 'handoff', 'failed', 'late'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('waits' as const), ms: fc.constantFrom(5_000, 4 * MINUTE, 61 * MINUTE) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('person' as const, 'gives back' as const, 'resolves' as const, 'resets' as const),
    }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

const drafts: Readonly<Record<string, Draft>> = {
  answer,
  unsure: { kind: 'unsure', why: 'no_source', made },
  refused: { kind: 'refused', why: 'policy', text: 'Isso eu não posso.', made },
  confirm: { kind: 'confirm', tool: 'book', args: { day: 'segunda' }, text: 'Marco?', made },
  handoff: { kind: 'handoff', reason: 'asked', made },
  failed: { kind: 'failed', why: 'error', made },
};

interface Seen {
  readonly facts: TurnFacts;
  readonly decision: Decision;
}

/** Plays a talk as takeTurns does: unanswered messages stay with the turn while an errand is under way. */
function play(happenings: readonly Happening[], withFlow: boolean): Seen[] {
  let at = now;
  let seq = 0;
  let floor: TurnFacts['floor'] = 'bot';
  let session: Session | undefined;
  let errand: ErrandFacts | undefined;
  let waiting: TurnMessage[] = [];
  const seen: Seen[] = [];

  function turn(over: Partial<TurnFacts> = {}): void {
    const here = facts({
      now: at,
      askedAt: waiting[0]?.takenAt ?? at,
      windowUntil: at + 3_600_000,
      floor,
      floorSince: floor === 'bot' ? null : at - 1,
      ...(withFlow ? { flow } : {}),
      ...(session === undefined ? {} : { session }),
      ...(errand === undefined ? {} : { errand }),
      messages: waiting,
      policy,
      ...over,
    });
    const decision = decide(here);
    seen.push({ facts: here, decision });
    session = decision.session;
    if (decision.errand !== undefined)
      errand = {
        id: `e${seen.length}`,
        kind: decision.errand.kind,
        forSeq: seq,
        giveUpAt: decision.errand.giveUpAt,
        done: false,
        result: null,
      };
    else if (!decision.keepsErrand) errand = undefined;
    if (errand === undefined) waiting = [];
    if (decision.handoff !== undefined) floor = 'person';
  }

  for (const one of happenings) {
    at += 1_000;
    switch (one.kind) {
      case 'says': {
        const body = one.text === '' ? null : one.text;
        waiting = [...waiting, message(body, { seq: ++seq, at: at - one.ageMs, takenAt: at })];
        turn({ understood: understood(one.intent, { sure: one.sure && one.intent !== 'outside', anger: one.anger }) });
        break;
      }
      case 'taps':
        waiting = [...waiting, { ...tap(one.id), seq: ++seq, at, takenAt: at }];
        turn({ understood: understood('outside') });
        break;
      case 'returns': {
        if (errand === undefined) break;
        if (one.how === 'late') at = Math.max(at, errand.giveUpAt);
        else if (errand.kind === 'http')
          errand = {
            ...errand,
            done: true,
            result: one.how === 'answer' ? { ok: true, status: 200, values: {} } : { ok: false, why: 'timeout' },
          };
        else
          errand = {
            ...errand,
            done: true,
            result: errand.kind === 'tool' ? { ok: one.how === 'answer', text: 'Feito.', problem: 'failed' } : null,
          };
        const draft = errand.kind === 'answer' && one.how !== 'late' ? drafts[one.how] : undefined;
        turn(draft === undefined ? {} : { draft });
        break;
      }
      case 'waits':
        at += one.ms;
        if (errand !== undefined && at >= errand.giveUpAt) turn();
        else if (session?.watchAt != null && session.watchAt <= at) turn();
        break;
      case 'person':
        floor = 'person';
        break;
      case 'gives back':
        floor = 'bot';
        break;
      case 'resolves':
        session = session && { state: 'closed', memory: { resolved: true }, watchAt: at };
        floor = 'bot';
        errand = undefined;
        break;
      case 'resets':
        session = undefined;
        floor = 'bot';
    }
  }
  return seen;
}

const talks = fc.tuple(fc.array(happening, { minLength: 50, maxLength: 50 }), fc.boolean());

/** What must never be, of one decision after another. */
function wrongs(seen: readonly Seen[]): string[] {
  const answered = new Set<string>();
  return seen.flatMap(({ facts: it, decision }) => {
    const { to, event, replies, errand, keepsErrand, session, handoff } = decision;
    const spoke = replies.length > 0;
    const heard = it.messages.length > 0;
    const ends = errand === undefined && !keepsErrand;
    const again = spoke && it.messages.some(({ id }) => answered.has(id));
    if (spoke && ends) for (const { id } of it.messages) answered.add(id);
    const silent = heard && ends && !spoke && !['nothing', 'person_has_floor', 'late_words'].includes(event);
    const failed = to === 'error' || to === 'timeout';
    return [
      ...(spoke && it.floor === 'person' ? ['the bot spoke while a person had the word'] : []),
      ...(again ? ['a message was answered twice'] : []),
      ...(silent ? [`${event} was met with silence`] : []),
      // Somebody or something comes: people, an errand with an end, the watchdog, or the customer's next word.
      ...(to === 'answering' && (session.watchAt === null || ends) ? ['nothing ends the wait for an answer'] : []),
      ...(failed && event !== 'nothing' && session.watchAt === null ? [`${to} has no way out`] : []),
      ...(failed && decision.from !== to && !spoke ? [`${to} was not told to the customer`] : []),
      ...(handoff !== undefined && to !== 'waiting_person' ? ['a handoff led elsewhere'] : []),
    ];
  });
}

test('in talks of fifty events no state is without a way out, nothing is answered twice, and nothing is said while a person has the word', () => {
  fc.assert(
    fc.property(talks, ([happenings, withFlow]) => {
      expect(wrongs(play(happenings, withFlow))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('decided again from what is written down, every decision is the same', () => {
  fc.assert(
    fc.property(talks, ([happenings, withFlow]) => {
      for (const { facts: it, decision } of play(happenings, withFlow)) {
        const { flow: played, ...kept } = it;
        const read = JSON.parse(JSON.stringify(kept)) as TurnFacts; // what a row of bot_turns holds
        expect(fingerprintOf(decide({ ...read, flow: played }))).toBe(fingerprintOf(decision));
      }
    }),
    { numRuns: 100 },
  );
});
