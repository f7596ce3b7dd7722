import type { FastifyInstance } from 'fastify';
import type { JsonObject, Template } from '../model.ts';
import { newObjectId } from '../new-ids.ts';
import type { World } from '../world.ts';
import { describeTemplate, selfUrl } from './account-routes.ts';
import { authorizeAccount } from './authorize.ts';
import { GraphProblem } from './graph-problem.ts';
import { limits } from './limits.ts';
import { pageOf } from './pick-fields.ts';
import { isObject, listOf, textOf } from './read-json.ts';
import { version } from './version.ts';

type Asked = {
  Params: { id: string };
  Querystring: { limit?: string; after?: string; name?: string; status?: string; language?: string; hsm_id?: string };
};

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

function refuseTemplate(subcode: number, message: string): never {
  throw new GraphProblem(100, undefined, { subcode, message: `Invalid parameter: ${message}` });
}

function checkComponents(components: JsonObject[]): void {
  const body = components.find((part) => textOf(part.type).toUpperCase() === 'BODY');
  const text = textOf(body?.text).trim();
  if (!body) refuseTemplate(2388043, 'the template needs a BODY');
  if (text.length > limits.templateBody) refuseTemplate(2388040, `the body is longer than ${limits.templateBody}`);
  if (/^\{\{[^}]+\}\}|\{\{[^}]+\}\}$/.test(text))
    refuseTemplate(2388299, 'variables cannot be at the start or end of the template');
  for (const part of components) {
    const type = textOf(part.type).toUpperCase();
    if ((type === 'HEADER' || type === 'FOOTER') && textOf(part.text).length > 60)
      refuseTemplate(2388040, `the ${type} is longer than 60`);
    if (type === 'BUTTONS' && Array.isArray(part.buttons) && part.buttons.length > limits.templateButtons)
      refuseTemplate(2388040, 'too many buttons');
  }
}

export function addTemplate(world: World, wabaId: string, body: unknown, status = 'APPROVED'): Template {
  const given = isObject(body) ? body : {};
  const name = textOf(given.name);
  const language = textOf(given.language);
  const category = textOf(given.category).toUpperCase();
  if (!/^[a-z0-9_]{1,512}$/.test(name))
    refuseTemplate(2388041, 'name: lower-case letters, digits and underscores only');
  if (language === '') refuseTemplate(2388042, 'language is required');
  if (!categories.includes(category)) refuseTemplate(2388042, `category must be one of ${categories.join(', ')}`);
  const components = listOf(given.components, 'components').filter(isObject);
  checkComponents(components);
  const mine = [...world.templates.values()].filter((one) => one.wabaId === wabaId);
  if (mine.some((one) => one.name === name && one.language === language))
    refuseTemplate(2388024, 'there is already content in this language');
  if (mine.length >= limits.templatesPerWaba) refuseTemplate(2388019, `more than ${limits.templatesPerWaba} templates`);
  const template: Template = { id: newObjectId(world), wabaId, name, language, category, status, components };
  world.templates.set(template.id, template);
  return template;
}

/** Meta judges a template: at its review, or later when customers complain. It tells so by a webhook. */
export function judgeTemplate(world: World, template: Template, status: string): void {
  template.status = status;
  const number = [...world.numbers.values()].find((one) => one.wabaId === template.wabaId);
  if (!number) return;
  world.webhooks.add({
    id: world.newId(),
    kind: 'event',
    wabaId: template.wabaId,
    phoneNumberId: number.phoneNumberId,
    field: 'message_template_status_update',
    item: {
      event: status,
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      reason: 'NONE',
      message_template_category: template.category,
    },
  });
}

/** In its own time. */
async function review(world: World, template: Template): Promise<void> {
  await world.clock.sleep(world.walk.deliveredMs, world.stop.signal);
  if (world.stop.signal.aborted || !world.templates.has(template.id)) return;
  judgeTemplate(world, template, 'APPROVED');
}

export function templateRoutes(app: FastifyInstance, world: World): void {
  const path = `${version}/:id/message_templates`;
  app.get<Asked>(path, async (request) => {
    authorizeAccount(world, request, request.params.id);
    const { name, status, language } = request.query;
    const found = [...world.templates.values()].filter(
      (one) =>
        one.wabaId === request.params.id &&
        (name === undefined || one.name === name) &&
        (status === undefined || one.status === status) &&
        (language === undefined || one.language === language),
    );
    return pageOf(found.map(describeTemplate), request.query, selfUrl(world, request));
  });
  app.post<Asked>(path, async (request) => {
    authorizeAccount(world, request, request.params.id);
    const template = addTemplate(world, request.params.id, request.body, 'PENDING');
    void review(world, template);
    return { id: template.id, status: template.status, category: template.category };
  });
  app.delete<Asked>(path, async (request) => {
    authorizeAccount(world, request, request.params.id);
    const { name, hsm_id: id } = request.query;
    if (!name) throw new GraphProblem(100, undefined, { message: '(#100) The parameter name is required.' });
    const found = [...world.templates.values()].filter(
      (one) => one.wabaId === request.params.id && one.name === name && (id === undefined || one.id === id),
    );
    if (found.length === 0) refuseTemplate(2593002, `there is no template ${name}`);
    for (const template of found) world.templates.delete(template.id);
    return { success: true };
  });
}
