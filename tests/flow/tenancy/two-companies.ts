import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { baseRoleNames, scopeNames } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { createReceiver, processReceipts } from '@balcao/core/ingest';
import { listGaps, noteUnanswered } from '@balcao/core/knowledge';
import { takeTurns } from '@balcao/core/orchestrator';
import { type DbCtx, sql, withWorkspace } from '@balcao/db';
import { type TestLine, testLine, testMember, testSession } from '@balcao/testkit';
import { webhookKinds } from '../naughty/webhook-kinds.ts';
import type { IdFor } from './write-inputs.ts';

export interface Asker {
  readonly role: string;
  /** Absent: a program with a key. */
  readonly personId?: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Company {
  readonly line: TestLine;
  /** Somebody in every role, and a key that may do everything. */
  readonly askers: readonly Asker[];
  readonly owner: Asker;
  readonly idFor: (operation: string) => IdFor;
  /** Every id that `idFor` may give. */
  readonly named: () => Iterable<string>;
}

const handsOver = { version: 1, start: 'over', steps: { over: { handoff: {} } } };

/** A company with one of everything, made as its owner would make it. */
export async function openCompany(base: DbCtx, url: string): Promise<Company> {
  const line = await testLine(base, { flow: handsOver });
  const askers: Asker[] = [];
  const ids = new Map<string, string>();
  for (const role of baseRoleNames) {
    const member = await testMember(line.ctx, role);
    const { headers } = await testSession(base, member);
    askers.push({ role, personId: member.personId, headers: { ...headers, 'x-workspace': line.ctx.workspaceId } });
    ids.set('memberId', member.memberId);
  }
  const key = await withWorkspace(line.ctx, (tx) => createApiKey(tx, line.ctx, { name: 'tudo', scopes: scopeNames }));
  askers.push({ role: 'api key', headers: { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' } });
  const owner = askers[0] as Asker; // the first of the base roles
  ids.set('channelId', line.channel.id).set('apiKeyId', key.id).set('workspaceId', line.ctx.workspaceId);
  await hearFromCustomers(line);
  await rememberTalks(line, ids);
  await makeOneOfEverything(url, owner, ids);
  return {
    line,
    askers,
    owner,
    idFor: (operation) => (field) => idOf(operation, field, ids),
    named: () => ids.values(),
  };
}

async function hearFromCustomers({ ctx, channel }: TestLine): Promise<void> {
  const body = JSON.stringify({ entry: [{ id: channel.accountId, changes: webhookKinds }] }, (key, value: unknown) =>
    key === 'phone_number_id' ? channel.phoneNumberId : value,
  );
  await createReceiver(ctx)({ body, channels: [{ workspaceId: ctx.workspaceId, channelId: channel.id }] });
  const done = await processReceipts(ctx, channel, { parse: parseWebhook, memory: { take: () => undefined } });
  await takeTurns(ctx, [...done.woken.keys()]);
}

const newestTalk = sql(
  'tenancy/newest-talk',
  `select t.id as "ticketId", t.conversation_id as "conversationId", t.contact_id as "contactId", m.id as "messageId",
     i.id as "identityId", (select id from media order by id limit 1) as "mediaId",
     (select id from contacts where id <> t.contact_id order by id limit 1) as "otherContactId"
   from tickets t join messages m on m.conversation_id = t.conversation_id
   join contact_identities i on i.contact_id = t.contact_id order by m.id limit 1`,
);
const insertTemplate = sql(
  'tenancy/template',
  `insert into templates (workspace_id, id, waba_id, provider_id, name, language, category, status, components, created_at, updated_at)
   values ($1, $2, $3, '12345', 'aviso', 'pt_BR', 'UTILITY', 'APPROVED', '[]', now(), now())`,
);

async function rememberTalks({ ctx, channel }: TestLine, ids: Map<string, string>): Promise<void> {
  const templateId = ctx.ids.uuid();
  await withWorkspace(ctx, async (tx) => {
    await tx.run(insertTemplate, [ctx.workspaceId, templateId, channel.accountId]);
    const row = await tx.one<Record<string, string>>(newestTalk);
    for (const [name, id] of Object.entries({ ...row, templateId })) ids.set(name, id);
    const { conversationId = '', messageId = '' } = row ?? {};
    await noteUnanswered(ctx, tx, { conversationId, messageId, question: 'Vocês alugam brinquedos?' });
    const [gap] = await listGaps(tx, ctx, { state: 'open', limit: 1 });
    ids.set('groupId', gap?.id ?? '');
  });
}

/** Operation, its input by the ids so far, and the name under which the new thing's id is kept. */
type Step = readonly [name: string, keptAs: string, input: (id: (name: string) => string) => unknown];

const steps: readonly Step[] = [
  ['departments.create', 'departmentId', () => ({ name: 'Vendas' })],
  ['queues.create', 'queueId', (id) => ({ name: 'Fila', departmentId: id('departmentId') })],
  ['teams.create', 'teamId', () => ({ name: 'Equipe' })],
  ['tags.create', 'tagId', () => ({ name: 'VIP' })],
  ['fields.save', 'fieldId', () => ({ name: 'Plano', type: 'text' })],
  ['notes.add', 'noteId', (id) => ({ ticketId: id('ticketId'), text: 'segredo da casa' })],
  ['contact-notes.add', 'contactNoteId', (id) => ({ contactId: id('contactId'), text: 'segredo da pessoa' })],
  ['views.save', 'viewId', () => ({ name: 'Minha lista', filter: {} })],
  ['canned.save', 'cannedId', () => ({ shortcut: 'oi', title: 'Oi', body: 'Olá' })],
  ['macros.save', 'macroId', () => ({ name: 'Fecha', actions: [{ do: 'resolve' }] })],
  ['roles.create', 'roleId', () => ({ name: 'Estágio', scopes: ['tickets:read'] })],
  ['people.invite', 'invitationId', () => ({ email: 'nova@exemplo.test', role: 'attendant' })],
  ['contacts.create', 'spareContactId', () => ({ name: 'Cópia' })],
  ['exports.start', 'exportId', () => ({ format: 'csv' })],
  ['models.save', 'modelId', () => ({ name: 'M', vendor: 'ollama', purpose: 'answer', model: 'm', apiKey: 'segredo' })],
  ['prompts.save', 'promptId', () => ({ text: 'segredo do prompt' })],
  [
    'tools.save',
    'toolId',
    () => ({ name: 'da_casa', description: 'Anota', does: { kind: 'update_ticket', settings: {} } }),
  ],
  ['knowledge.save', 'articleId', () => ({ kind: 'faq', questions: ['Tem garantia?'], body: 'Sim.', publish: true })],
  ['knowledge.add-pages', 'sourceId', () => ({ urls: ['http://127.0.0.1:9/'] })],
  ['flows.save-address', 'addressId', () => ({ name: 'erp', url: 'https://erp.example/' })],
];

async function makeOneOfEverything(url: string, owner: Asker, ids: Map<string, string>): Promise<void> {
  const known = (name: string) => ids.get(name) ?? '';
  for (const [name, keptAs, input] of steps) {
    const answer = await fetch(`${url}/api/v1/${name}`, {
      method: 'POST',
      headers: owner.headers,
      body: JSON.stringify(input(known)),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name} was answered ${answer.status}: ${text}`);
    ids.set(keptAs, newIdIn(JSON.parse(text), keptAs));
  }
  const merge = await fetch(`${url}/api/v1/contacts.merge`, {
    method: 'POST',
    headers: owner.headers,
    body: JSON.stringify({ from: known('spareContactId'), into: known('contactId') }),
  });
  ids.set('mergeId', ((await merge.json()) as { mergeId: string }).mergeId);
}

/** `{ department: { id } }`, `{ invitationId }` or `{ id }`. */
function newIdIn(answer: unknown, keptAs: string): string {
  const entries = Object.entries(answer as Record<string, unknown>); // an answer is an object
  for (const [name, value] of entries) {
    if (name === keptAs && typeof value === 'string') return value;
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (one !== null && typeof one === 'object' && 'id' in one) return String(one.id);
    if (name === 'id') return String(value);
  }
  throw new Error(`no id for ${keptAs} in ${JSON.stringify(answer)}`);
}

const byResource: Readonly<Record<string, string>> = {
  contacts: 'contactId',
  canned: 'cannedId',
  macros: 'macroId',
  fields: 'fieldId',
  scheduled: 'scheduledId',
  models: 'modelId',
  prompts: 'promptId',
  tools: 'toolId',
  flows: 'addressId',
};
const otherNames: Readonly<Record<string, string>> = {
  from: 'contactId',
  into: 'otherContactId',
  customRoleId: 'roleId',
  assigneeId: 'memberId',
  mention: 'memberId',
  moveTo: 'departmentId',
  around: 'messageId',
  subjectId: 'contactId',
  importId: 'exportId',
  modelIds: 'modelId',
  basedOn: 'promptId',
  intoArticleId: 'articleId',
};

function idOf(operation: string, field: string, ids: ReadonlyMap<string, string>): string {
  const [resource = ''] = operation.split('.');
  const name = field === 'id' ? (byResource[resource] ?? 'ticketId') : (otherNames[field] ?? field);
  if (operation.startsWith('contact-notes.') && field === 'noteId') return ids.get('contactNoteId') ?? '';
  return ids.get(name) ?? ids.get('messageId') ?? '';
}
