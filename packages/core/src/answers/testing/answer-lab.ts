import { createModels } from '@balcao/ai/models';
import { type DbCtx, sql, type Tx, withWorkspace } from '@balcao/db';
import { createHttpClient } from '@balcao/kernel';
import { type FakeVendor, fakeVendor, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { type BotChange, saveModel, updateBot } from '../../governance/index.ts';
import { publishArticle, saveArticle } from '../../knowledge/index.ts';
import { saveTool, type ToolToSave } from '../../tools/index.ts';
import { draftAnswer } from '../draft-answer.ts';
import type { AnswerRequest, Draft } from '../types.ts';

const addPhone = sql(
  'test/answer-phone',
  `insert into contact_identities (workspace_id, id, contact_id, kind, key, value, e164, reason)
   values ($1, $2, $2, 'phone', $3, $3, '+' || $3, 'test')`,
);
const nameContact = sql('test/answer-name', 'update contacts set name = $2 where id = $1');

interface Purposes {
  readonly purpose?: 'answer' | 'classify' | 'embed';
  readonly at?: FakeVendor;
  readonly vendor?: 'google' | 'openai-compatible' | 'ollama';
}

/** A company with a pretend vendor of models and a pretend shop system, a customer with a talk, and nothing it knows yet. */
export async function answerLab(base?: DbCtx) {
  const [vendor, second, shop] = await Promise.all([fakeVendor(), fakeVendor(), fakeVendor()]);
  const http = createHttpClient({
    allowedPrivate: ['127.0.0.1'],
    allowedPorts: [vendor.port, second.port, shop.port],
  });
  const line = await testLine({ ...(base ?? (await testCtx())), http });
  const { ctx } = line;
  const lab = ticketLab(line);
  const within = <T>(work: (tx: Tx) => Promise<T>) => withWorkspace(ctx, work);
  const models = createModels(ctx, { tries: 1 });
  /** Its ticket, conversation and contact have this id. */
  const talkId = await lab.ticket({ status: 'triage' });
  const request = (question: string, more: Partial<AnswerRequest> = {}): AnswerRequest => ({
    conversationId: talkId,
    contactId: talkId,
    channelId: line.channel.id,
    ticketId: talkId,
    messageId: ctx.ids.uuid(),
    question,
    history: [],
    understanding: { intent: 'outside', confidence: 0.9, sure: true },
    language: 'pt-BR',
    deadline: new Date(ctx.clock.now().getTime() + 3_000),
    ...more,
  });
  return {
    ctx,
    lab,
    line,
    vendor,
    second,
    shop,
    models,
    talkId,
    within,
    request,
    async model({ purpose = 'answer', at = vendor, vendor: kind = 'openai-compatible' }: Purposes = {}) {
      const saved = await within((tx) =>
        saveModel(tx, ctx, {
          name: purpose,
          vendor: kind,
          purpose,
          model: 'gpt-4o-mini',
          baseUrl: at.address(kind),
          apiKey: 'chave-da-empresa',
          enabled: true,
          perMinute: null,
          perDay: null,
          tokensPerMinute: null,
          concurrency: 4,
          timeoutMs: 8_000,
        }),
      );
      return saved.id;
    },
    async faq(question: string, answer: string): Promise<string> {
      const { id } = await within((tx) => saveArticle(tx, ctx, { kind: 'faq', questions: [question], body: answer }));
      await within((tx) => publishArticle(tx, ctx, id));
      return id;
    },
    async article(title: string, body: string): Promise<string> {
      const { id } = await within((tx) => saveArticle(tx, ctx, { kind: 'article', title, questions: [], body }));
      await within((tx) => publishArticle(tx, ctx, id));
      return id;
    },
    tool: (tool: ToolToSave) => within((tx) => saveTool(ctx, tx, tool)),
    settings: (change: BotChange) => within((tx) => updateBot(tx, ctx, { settings: change })),
    phone: (digits: string, contactId = talkId) =>
      within((tx) => tx.run(addPhone, [ctx.workspaceId, contactId, digits])),
    name: (name: string) => within((tx) => tx.run(nameContact, [talkId, name])),
    ask: (question: string, more: Partial<AnswerRequest> = {}, signal = new AbortController().signal): Promise<Draft> =>
      draftAnswer(ctx, { models }, request(question, more), signal),
    async close() {
      await Promise.all([vendor.close(), second.close(), shop.close(), http.close()]);
    },
  };
}

export type AnswerLab = Awaited<ReturnType<typeof answerLab>>;
