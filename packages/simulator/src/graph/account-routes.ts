import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JsonObject, NumberState, Template } from '../model.ts';
import type { World } from '../world.ts';
import { authorize, authorizeAccount, authorizeNumber } from './authorize.ts';
import { GraphProblem, unknownObject } from './graph-problem.ts';
import { deleteMedia, describeMedia } from './media/media-routes.ts';
import { pageOf, pickFields } from './pick-fields.ts';
import { isObject, textOf } from './read-json.ts';
import { version } from './version.ts';

type Query = { fields?: string; limit?: string; after?: string };
type ById = { Params: { id: string; version: string }; Querystring: Query };

const usualNumber = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'webhook_configuration',
];

function describeNumber(number: NumberState): JsonObject {
  return {
    id: number.phoneNumberId,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    quality_rating: 'GREEN',
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    platform_type: 'CLOUD_API',
    status: number.registered ? 'CONNECTED' : 'DISCONNECTED',
    account_mode: 'LIVE',
    messaging_limit_tier: 'TIER_1K',
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    is_official_business_account: false,
    throughput: { level: 'STANDARD' },
    webhook_configuration: { application: number.webhookUrl ?? '' },
    is_on_biz_app: false,
  };
}

/** In the list of an account the status has other words than in the number itself. */
const describeListed = (number: NumberState): JsonObject => ({
  ...describeNumber(number),
  status: number.registered ? 'LINKED' : 'UNLINKED',
  host_platform: 'CLOUD_API',
});

function describeAccount(numbers: NumberState[]): JsonObject {
  const first = numbers[0];
  return {
    id: first?.wabaId,
    name: first?.verifiedName ?? 'Simulador',
    timezone_id: '25',
    message_template_namespace: 'balcao_simulator',
    account_review_status: 'APPROVED',
    business_verification_status: 'VERIFIED',
    country: 'BR',
    currency: 'BRL',
    ownership_type: 'SELF_OWNED',
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    health_status: { can_send_message: 'AVAILABLE' },
  };
}

export function describeTemplate({ id, name, language, category, status, components }: Template): JsonObject {
  return { id, name, language, category, status, components };
}

/** One address for every kind of object, as in the Graph API: a number, an account, a template or a file. */
function readObject(world: World, request: FastifyRequest<ById>): object {
  const { id } = request.params;
  const { fields } = request.query;
  const mine = authorize(world, request);
  const number = mine.find((one) => one.phoneNumberId === id);
  if (number) return pickFields(describeNumber(number), fields, usualNumber);
  const account = mine.filter((one) => one.wabaId === id);
  if (account.length > 0) {
    // Meta's contract requires a name in the answer, whatever is asked.
    return pickFields(describeAccount(account), fields && `name,${fields}`, [
      'name',
      'timezone_id',
      'message_template_namespace',
    ]);
  }
  const template = world.templates.get(id);
  if (template && mine.some((one) => one.wabaId === template.wabaId)) {
    return pickFields(describeTemplate(template), fields, ['name', 'language', 'category', 'status', 'components']);
  }
  return describeMedia(world, request, id);
}

function register(world: World, request: FastifyRequest<ById>): { success: true } {
  const number = authorizeNumber(world, request, request.params.id);
  const body = isObject(request.body) ? request.body : {};
  if (!/^\d{6}$/.test(textOf(body.pin))) throw new GraphProblem(100, 'Param pin must be a string of 6 digits');
  number.registered = true;
  return { success: true };
}

export function accountRoutes(app: FastifyInstance, world: World): void {
  app.get<ById>(`${version}/:id`, (request) => Promise.resolve(readObject(world, request)));
  app.delete<ById>(`${version}/:id`, (request) => Promise.resolve(deleteMedia(world, request, request.params.id)));
  app.get<ById>(`${version}/:id/phone_numbers`, async (request) => {
    const numbers = authorizeAccount(world, request, request.params.id);
    const listed = numbers.map((number) =>
      pickFields(
        describeListed(number),
        request.query.fields && `display_phone_number,status,${request.query.fields}`,
        [...usualNumber, 'status'],
      ),
    );
    return pageOf(listed, request.query, selfUrl(world, request));
  });
  app.post<ById>(`${version}/:id/register`, (request) => Promise.resolve(register(world, request)));
  app.post<ById>(`${version}/:id/deregister`, async (request) => {
    authorizeNumber(world, request, request.params.id).registered = false;
    return { success: true };
  });
  subscriptionRoutes(app, world);
}

function subscriptionRoutes(app: FastifyInstance, world: World): void {
  const path = `${version}/:id/subscribed_apps`;
  app.get<ById>(path, async (request) => {
    authorizeAccount(world, request, request.params.id);
    const application = { id: '1000000000000001', name: 'Simulador' };
    return {
      data: world.subscribed.has(request.params.id)
        ? [{ ...application, whatsapp_business_api_data: application }]
        : [],
    };
  });
  app.post<ById>(path, async (request) => {
    const numbers = authorizeAccount(world, request, request.params.id);
    const body = isObject(request.body) ? request.body : {};
    world.subscribed.add(request.params.id);
    if (textOf(body.override_callback_uri) !== '') {
      for (const number of numbers)
        Object.assign(number, {
          webhookUrl: textOf(body.override_callback_uri),
          verifyToken: textOf(body.verify_token),
        });
    }
    return { success: true };
  });
  app.delete<ById>(path, async (request) => {
    authorizeAccount(world, request, request.params.id);
    if (!world.subscribed.delete(request.params.id)) throw unknownObject(request.method, request.params.id);
    return { success: true };
  });
}

export const selfUrl = (world: World, request: FastifyRequest): string =>
  new URL(request.url, world.baseUrl).toString();
