import type { Language } from '@balcao/contract';
import { fillVariables, readFacts } from '@balcao/core/desk';
import {
  fillTemplate,
  getTemplate,
  listTemplates,
  problemOf,
  readShape,
  refreshTemplates,
  refreshTemplatesJob,
  type Template,
  templateSentences,
} from '@balcao/core/templates';
import type { Tx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import type { ApiParts, Caller } from '../../api-parts.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';

function problemShown(template: Template, language: Language) {
  const key = problemOf(template);
  return key === undefined ? null : { key, text: templateSentences[key][language] };
}

function present(template: Template, language: Language) {
  const shape = readShape(template.components);
  const { components: _components, goneAt: _goneAt, providerId: _providerId, updatedAt, ...shown } = template;
  const problem = problemShown(template, language);
  return {
    ...shown,
    header: shape.header,
    body: shape.body,
    footer: shape.footer,
    buttons: [...shape.buttons],
    fields: [...shape.fields],
    sendable: problem === null,
    problem,
    updatedAt: time(updatedAt),
  };
}

/** The channel that was asked for, or the conversation's. */
async function channelOfAsked(
  caller: Caller,
  tx: Tx,
  asked: { readonly channelId?: string | undefined; readonly conversationId?: string | undefined },
): Promise<string | undefined> {
  if (asked.channelId !== undefined || asked.conversationId === undefined) return asked.channelId;
  return (await visiblePlace(caller, tx, asked.conversationId)).channelId;
}

async function askForThem({ ctx }: Caller, tx: Tx, channelId: string): Promise<void> {
  const { workspaceId } = ctx;
  await enqueue(tx, ctx, refreshTemplatesJob, { workspaceId, channelId }, { workspaceId, dedupeKey: channelId });
}

/** A number of the caller's company, with its way to the provider. */
export function numberOf({ ctx }: Caller, parts: ApiParts, channelId: string) {
  const number = parts.number?.(channelId);
  if (number === undefined || number.workspaceId !== ctx.workspaceId)
    throw new Fault('not_found', `there is no channel "${channelId}"`);
  return number;
}

type Named = 'templates.list' | 'templates.refresh' | 'templates.preview';

export const templateVerbs: Pick<Verbs, Named> = {
  'templates.list': async (caller, tx, { q, sendable, ...asked }, parts) => {
    const channelId = await channelOfAsked(caller, tx, asked);
    const wabaId = channelId === undefined ? undefined : numberOf(caller, parts, channelId).wabaId;
    const { templates, refreshedAt } = await listTemplates(caller.ctx, tx, { wabaId, q });
    // Nobody has asked the provider yet: `template.refreshed` tells the screen when the answer is here.
    if (refreshedAt === null && channelId !== undefined) await askForThem(caller, tx, channelId);
    const shown = templates
      .map((one) => present(one, caller.language))
      .filter((one) => sendable === undefined || String(one.sendable) === sendable)
      .sort((a, b) => Number(b.sendable) - Number(a.sendable));
    return { templates: shown, refreshedAt: timeOrNull(refreshedAt) };
  },
  'templates.refresh': async (caller, { channelId }, parts) => {
    const number = numberOf(caller, parts, channelId);
    const done = await refreshTemplates(caller.ctx, number.wabaId, () =>
      number.adapter.listTemplates(number.credentials),
    );
    return { ...done, refreshedAt: time(done.refreshedAt) };
  },
  'templates.preview': async (caller, tx, { templateId, values, conversationId }) => {
    const template = await getTemplate(caller.ctx, tx, templateId);
    if (template === undefined) throw new Fault('not_found', `there is no template "${templateId}"`);
    const filled = fillTemplate(
      template,
      readShape(template.components),
      await spoken(caller, tx, values, conversationId),
    );
    const problem = problemShown(template, caller.language);
    type Content = Awaited<ReturnType<Verbs['templates.preview']>>['content'];
    return {
      header: filled.header,
      text: filled.text,
      footer: filled.footer,
      buttons: [...filled.buttons],
      missing: [...filled.missing],
      content: problem === null ? (filled.content as Content) : null, // the same shape, with lists that may be written to
      problem,
    };
  },
};

/** Values may hold the variables of canned replies. */
async function spoken(
  caller: Caller,
  tx: Tx,
  values: Readonly<Record<string, string>>,
  conversationId: string | undefined,
): Promise<Record<string, string>> {
  if (conversationId === undefined || !Object.values(values).some((value) => value.includes('{{')))
    return { ...values };
  const place = await visiblePlace(caller, tx, conversationId);
  const memberId = caller.by.kind === 'member' ? caller.by.id : null;
  const facts = await readFacts(caller.ctx, tx, place.id, memberId);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fillVariables(value, facts).text]));
}
