import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type Bot, readBot, refusalSentences } from '../governance/index.ts';
import { knowledgeVersion, type Passage, retrieve } from '../knowledge/index.ts';
import { findAttack } from './checking/find-attack.ts';
import { sameSubject } from './checking/same-subject.ts';
import { Making } from './made.ts';
import { passageSentences } from './sentences.ts';
import type { AnswerRequest, Draft, Source } from './types.ts';

/** Longer than this a passage is no answer but a page to read. */
const LONGEST_PASSAGE = 700;

/** No model and no network: what the company wrote, in its own words, or nothing. Within the turn's transaction. */
export async function answerLocally(ctx: WorkspaceCtx, tx: Tx, request: AnswerRequest): Promise<Draft> {
  const making = new Making(ctx.clock, request);
  const attack = findAttack(request);
  if (attack !== undefined) {
    making.know({ attack });
    return making.draft('template', {
      kind: 'refused',
      why: 'attack',
      text: refusalSentences.attack[request.language],
    });
  }
  const bot = await readBot(ctx, tx);
  const [passages, version] = await Promise.all([
    retrieve(ctx, tx, request.question, { limit: 3 }),
    knowledgeVersion(ctx, tx),
  ]);
  making.know({ knowledgeVersion: version });
  return localDraft(making, bot, request, passages, await sameSubject(ctx, tx, request, passages));
}

/** The surest passage, when it is sure enough to be said as it stands; else the FAQ on what was understood. */
export function localDraft(
  making: Making,
  bot: Bot,
  request: AnswerRequest,
  passages: readonly Passage[],
  subject: Passage | undefined,
): Draft {
  const best = passages.find((one) => one.score >= bot.confidence.faq && sayable(one) !== undefined) ?? subject;
  const text = best && sayable(best);
  if (best === undefined || text === undefined) return making.draft('local', { kind: 'unsure', why: 'no_source' });
  const said = best.answer === null ? `${passageSentences[request.language](best.title)}\n${text}` : text;
  return making.draft('local', { kind: 'answer', text: said, sources: [sourceOf(best)] });
}

const sayable = ({ answer, text }: Passage): string | undefined =>
  answer ?? (text.length <= LONGEST_PASSAGE ? text : undefined);

export const sourceOf = ({ id, articleId, title, url }: Passage): Source => ({ passageId: id, articleId, title, url });
