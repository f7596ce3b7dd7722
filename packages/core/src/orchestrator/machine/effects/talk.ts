import { ratingTap, readRating } from '../../../conversations/index.ts';
import type { ToolOutcome } from '../../../tools/index.ts';
import { choiceOf } from '../hearing/heard.ts';
import { routeOf } from '../hearing/route-of.ts';
import { taps } from '../hearing/taps.ts';
import type { Making } from '../making.ts';

const firstName = (name: string | undefined): string => name?.trim().split(/\s+/)[0]?.slice(0, 40) ?? '';

const yesOrNo = ({ sentences }: Making) => [
  { id: taps.yes, title: sentences.yes() },
  { id: taps.no, title: sentences.no() },
];

const personButton = ({ sentences }: Making) => [{ id: taps.person, title: sentences.person() }];

/** Offers a person, so that a yes means one. */
function offerPerson(making: Making, text: string): void {
  making.pending = { what: 'person' };
  making.ask(text, personButton(making));
}

function sendFiles(making: Making, mediaIds: readonly string[] = []): void {
  for (const mediaId of mediaIds) making.show({ kind: 'media', media: 'document', source: { mediaId } }, null);
}

/** The tool says its sentence and leaves the rest to people. */
function goOnWith(making: Making, handoff: { readonly departmentId: string | null } | undefined): void {
  if (handoff !== undefined) making.handoff = { reason: 'rule', departmentId: handoff.departmentId ?? undefined };
}

/** What came back from a tool that did it: plain JSON by now. */
const doneBy = (result: unknown): Extract<ToolOutcome, { ok: true }> | undefined =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === true && 'text' in result
    ? (result as Extract<ToolOutcome, { ok: true }>) // written by our own executor
    : undefined;

/** What the bot says by itself. */
export const talk = {
  greet(making: Making) {
    const { policy, contactName } = making.facts;
    making.say(making.sentences.greet({ name: firstName(contactName), who: policy?.personName ?? '' }));
  },
  say_welcome: (making: Making) => making.say(making.sentences.welcome()),
  say_goodbye: (making: Making) => making.say(making.sentences.goodbye()),
  say_fine: (making: Making) => making.say(making.sentences.fine()),
  say_not_done: (making: Making) => making.say(making.sentences.notDone()),
  say_opted_out: (making: Making) => making.say(making.sentences.optedOut()),
  say_erased: (making: Making) => making.say(making.sentences.erased()),
  show_memory: (making: Making) => making.say(making.facts.remembered ?? ''),
  ask_what: (making: Making) => making.say(making.sentences.askWhat()),
  ask_for_words: (making: Making) =>
    making.say(making.sentences.askForWords({ kind: making.heard.at(-1)?.kind ?? '' })),
  say_late(making: Making) {
    making.pending = { what: 'question', question: making.input.text };
    making.ask(making.sentences.late(), yesOrNo(making));
  },
  offer_person(making: Making) {
    making.pending = { what: 'person' };
    making.ask(making.sentences.offerPerson(), yesOrNo(making));
  },
  say_error: (making: Making) => offerPerson(making, making.sentences.error()),
  say_timeout: (making: Making) => offerPerson(making, making.sentences.timeout()),
  nudge(making: Making) {
    making.memory.nudged = true;
    making.pending = making.before.memory.pending;
    making.say(making.sentences.nudge());
  },
  say_idle_close(making: Making) {
    if (making.windowOpen) making.say(making.sentences.idleClose());
  },
  say_rule(making: Making) {
    const route = routeOf(making);
    if (route !== undefined && route !== 'answer' && 'say' in route) making.say(route.say);
  },
  /** Asks again what it had asked: the question of yes or no stands. */
  repeat_pending(making: Making) {
    making.pending = making.before.memory.pending;
    if (making.pending?.what === 'question') making.ask(making.sentences.late(), yesOrNo(making));
    else if (making.pending?.what === 'erase') making.ask(making.sentences.askErase(), yesOrNo(making));
    else if (making.pending?.what === 'person') making.ask(making.sentences.offerPerson(), yesOrNo(making));
    else making.say(making.sentences.askWhat());
  },
  ask_erase(making: Making) {
    making.pending = { what: 'erase' };
    making.ask(making.sentences.askErase(), yesOrNo(making));
  },
  ask_yes(making: Making) {
    const { draft } = making.facts;
    if (draft?.kind !== 'confirm') return;
    making.pending = { what: 'tool', tool: draft.tool, args: draft.args };
    making.ask(draft.text, yesOrNo(making));
  },
  say_answer(making: Making) {
    const { draft } = making.facts;
    if (draft?.kind !== 'answer') return;
    making.memory.failures = 0;
    making.draftUsed = true;
    making.say(draft.text);
    sendFiles(making, draft.mediaIds);
    goOnWith(making, draft.handoff);
  },
  say_draft(making: Making) {
    const { draft } = making.facts;
    if (draft?.kind === 'refused') making.say(draft.text);
  },
  say_tool(making: Making) {
    making.memory.failures = 0;
    const done = doneBy(making.facts.errand?.result);
    making.say(done?.text ?? making.sentences.fine());
    sendFiles(making, done?.mediaIds);
    goOnWith(making, done?.handoff);
  },
  ask_rating(making: Making) {
    const { sentences } = making;
    const rows = sentences.scores().map((title, n) => ({ id: ratingTap(n + 1), title }));
    const text = sentences.askRating();
    making.show({ kind: 'list', text, button: sentences.rateButton(), sections: [{ rows }] }, text);
  },
  keep_rating(making: Making) {
    const last = making.heard.at(-1);
    making.rating = readRating(choiceOf(last?.content), last?.body);
  },
  thank_rating: (making: Making) => making.say(making.sentences.thankRating({ score: making.rating ?? 0 })),
};
