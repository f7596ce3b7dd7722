import { readBot } from '@balcao/core/governance';
import {
  archiveIntent,
  askToLearn,
  correctIntent,
  findToLabel,
  type ListedExample,
  listExamples,
  listIntents,
  nameIntents,
  readModelState,
  removeExample,
  saveIntent,
  teach,
  trySentence,
} from '@balcao/core/intents';
import { findMessage } from '@balcao/core/messages';
import { Fault } from '@balcao/kernel';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visibleOf, visiblePlace } from '../visible.ts';

type Namer = (key: string) => string;

const example = ({ createdAt, ...rest }: ListedExample) => ({ ...rest, createdAt: timeOrNull(createdAt) });

const ranked =
  (name: Namer) =>
  ({ intent, confidence }: { readonly intent: string; readonly confidence: number }) => ({
    key: intent,
    name: name(intent),
    confidence,
  });

type Named =
  | 'intents.list'
  | 'intents.save'
  | 'intents.archive'
  | 'intents.examples'
  | 'intents.add-examples'
  | 'intents.remove-example'
  | 'intents.correct'
  | 'intents.evaluation'
  | 'intents.to-label'
  | 'intents.retrain'
  | 'intents.try';

export const intentVerbs: Pick<Verbs, Named> = {
  'intents.list': async ({ ctx, language }, tx) => {
    const [intents, state] = await Promise.all([listIntents(ctx, tx, language), readModelState(ctx, tx)]);
    const { version, madeAt, pending } = state;
    return { intents, model: { version, madeAt: timeOrNull(madeAt), pending } };
  },
  'intents.save': async ({ ctx, language }, tx, input) => {
    const key = await saveIntent(ctx, tx, input);
    const intent = (await listIntents(ctx, tx, language)).find((one) => one.key === key);
    if (intent === undefined) throw new Fault('internal', 'what was saved is listed');
    return { intent };
  },
  'intents.archive': async ({ ctx }, tx, { key, archived }) => ({
    changed: await archiveIntent(ctx, tx, key, archived),
  }),
  'intents.examples': async ({ ctx }, tx, { key, ...page }) => {
    const { examples, next } = await listExamples(ctx, tx, key, page);
    return { examples: examples.map(example), next };
  },
  'intents.add-examples': async ({ ctx }, tx, { key, texts }) => {
    const { added, moved, known } = await teach(ctx, tx, { key, texts, source: 'person' });
    return { added, moved, known };
  },
  'intents.remove-example': async ({ ctx }, tx, { id }) => ({ changed: await removeExample(ctx, tx, id) }),
  'intents.correct': async (caller, tx, { messageId, key }) => {
    const message = await findMessage(caller.ctx, tx, messageId);
    await visiblePlace(caller, tx, message.conversationId);
    if (message.direction === 'out' || message.revokedAt !== null)
      throw new Fault('not_found', 'there is no such message of a customer');
    const { example: kept, changed } = await correctIntent(caller.ctx, tx, { messageId, text: message.text, key });
    return { example: example(kept), changed };
  },
  'intents.evaluation': async ({ ctx, language }, tx) => {
    const [{ version, madeAt, evaluation }, name] = await Promise.all([
      readModelState(ctx, tx),
      nameIntents(ctx, tx, language),
    ]);
    return {
      ...evaluation,
      version,
      madeAt: timeOrNull(madeAt),
      intents: evaluation.intents.map((one) => ({ ...one, name: name(one.key) })),
      confusions: evaluation.confusions.map(({ sentences, ...one }) => ({
        ...one,
        name: name(one.key),
        takenForName: name(one.takenFor),
        sentences: [...sentences],
      })),
    };
  },
  'intents.to-label': async (caller, tx, { limit }) => {
    const { ctx, language } = caller;
    const found = await findToLabel(ctx, tx, limit, (ids) => visibleOf(caller, tx, ids));
    const name = await nameIntents(ctx, tx, language);
    return {
      messages: found.map(({ at, ranking, ...message }) => ({
        ...message,
        at: time(at),
        ranking: ranking.map(ranked(name)),
      })),
    };
  },
  'intents.retrain': async ({ ctx }, tx) => ({ queued: await askToLearn(ctx, tx) }),
  'intents.try': async ({ ctx, language }, tx, { text }) => {
    const threshold = (await readBot(ctx, tx)).confidence.intent;
    const [{ understood, ranking, ...rest }, name] = await Promise.all([
      trySentence(ctx, tx, text, threshold),
      nameIntents(ctx, tx, language),
    ]);
    return { ...rest, threshold, understood: ranked(name)(understood), ranking: ranking.map(ranked(name)) };
  },
};
