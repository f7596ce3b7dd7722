import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { AnswerRequest, Draft } from '../../answers/index.ts';
import { describeMemory, readBot, recordAttack } from '../../governance/index.ts';
import { loadClassifier } from '../../intents/index.ts';
import { decide } from '../machine/decide.ts';
import type { ErrandFacts, TurnFacts } from '../machine/facts.ts';
import { heardOf, wordsOf } from '../machine/hearing/heard.ts';
import { flowNeeds } from './flow-needs.ts';
import type { Talk } from './gather.ts';
import { policyOf } from './policy-of.ts';
import type { Decided } from './types.ts';
import { understand } from './understand.ts';

/** Composes an answer without a network, in the turn's own transaction. */
export type AnswerLocally = (ctx: WorkspaceCtx, tx: Tx, request: AnswerRequest) => Promise<Draft>;

/** Understands and decides each talk. What only a flow speaks in costs nothing more than its flow. */
export async function decideTalks(
  ctx: WorkspaceCtx,
  tx: Tx,
  talks: readonly Talk[],
  answerLocally: AnswerLocally,
): Promise<Decided[]> {
  const decided: Decided[] = [];
  let mind: Mind | undefined;
  for (const talk of talks) {
    if (!talk.on) continue;
    const { facts } = talk;
    const plain = facts.mode === 'flow' && facts.errand === undefined && flowNeeds(facts.flow)?.policy !== true;
    if (plain) {
      decided.push({ talk, facts, decision: decide(facts) });
      continue;
    }
    mind ??= await openMind(ctx, tx);
    decided.push(await think(ctx, tx, talk, mind, answerLocally));
  }
  return decided;
}

type Mind = Awaited<ReturnType<typeof openMind>>;

async function openMind(ctx: WorkspaceCtx, tx: Tx) {
  const [bot, classifier] = await Promise.all([readBot(ctx, tx), loadClassifier(ctx, tx)]);
  return { bot, classifier, models: bot.models.some((model) => model.purpose === 'answer') };
}

async function think(
  ctx: WorkspaceCtx,
  tx: Tx,
  talk: Talk,
  mind: Mind,
  answerLocally: AnswerLocally,
): Promise<Decided> {
  const { bot, classifier } = mind;
  const heard = heardOf(talk.facts.messages);
  const words = wordsOf(heard);
  const errand = talk.facts.errand;
  const superseded = errand !== undefined && heard.some((message) => message.seq > errand.forSeq);
  const known: TurnFacts = {
    ...talk.facts,
    policy: policyOf(bot, new Date(talk.facts.now)),
    understood: talk.facts.mode === 'assistant' && words !== '' ? understand(words, classifier, bot) : undefined,
  };
  const answer = async (question: string) => {
    const request = requestOf(talk, known, question, heard.at(-1)?.id ?? talk.id);
    const draft = await answerLocally(ctx, tx, request);
    if (draft.made.attack !== undefined) await noteAttack(ctx, tx, request, draft.made.attack);
    return draft;
  };
  if (errand?.kind === 'answer' && !superseded) {
    const facts = { ...known, draft: await draftOf(known, errand, answer) };
    return { talk, facts, decision: decide(facts) };
  }
  if (known.understood?.memory === 'show') {
    const remembered = await describeMemory(ctx, tx, talk.contactId, known.language);
    const facts = { ...known, remembered };
    return { talk, facts, decision: decide(facts) };
  }
  const decision = decide(known);
  if (decision.errand?.kind !== 'answer' || mind.models) return { talk, facts: known, decision };
  const facts = { ...known, draft: await answer(decision.errand.question) };
  return { talk, facts, decision: decide(facts) };
}

/** What came back, or, where that is nothing of use, what can be said without it. */
async function draftOf(
  facts: TurnFacts,
  errand: ErrandFacts,
  answer: (question: string) => Promise<Draft>,
): Promise<Draft | undefined> {
  const came = errand.done ? asDraft(errand.result) : undefined;
  if (!errand.done && facts.now < errand.giveUpAt) return undefined;
  if (came !== undefined && came.kind !== 'failed') return came;
  const own = await answer(facts.session?.memory.asking ?? wordsOf(heardOf(facts.messages)));
  return own.kind === 'answer' ? own : came;
}

/** An answer composed here writes nothing; an attempt on the bot is noted all the same, as where a model is asked. */
const noteAttack = (
  ctx: WorkspaceCtx,
  tx: Tx,
  { conversationId, messageId, contactId }: AnswerRequest,
  { score, signs }: NonNullable<Draft['made']['attack']>,
): Promise<void> =>
  recordAttack(tx, ctx, { kind: 'attack', place: 'message', conversationId, messageId, contactId, score, signs });

const asDraft = (result: unknown): Draft | undefined =>
  typeof result === 'object' && result !== null && 'kind' in result && 'made' in result
    ? (result as Draft) // written by our own executor
    : undefined;

function requestOf(talk: Talk, facts: TurnFacts, question: string, messageId: string): AnswerRequest {
  const { understood } = facts;
  return {
    conversationId: talk.id,
    contactId: talk.contactId,
    channelId: talk.channelId,
    ticketId: talk.ticketId,
    messageId,
    question,
    history: [],
    understanding: {
      intent: understood?.intent ?? 'outside',
      confidence: understood?.confidence ?? 0,
      sure: understood?.sure ?? false,
      version: understood?.version,
    },
    language: facts.language,
    deadline: new Date(facts.now + 1_000),
  };
}
