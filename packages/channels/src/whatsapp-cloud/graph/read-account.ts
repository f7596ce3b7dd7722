import type { ChannelCredentials } from '../../port/index.ts';
import { cleanJson } from '../inbound/clean-json.ts';
import { identifier, listOf, type Obj, objectOf, objectOrEmpty, word } from '../inbound/values.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import type { GraphCtx } from './graph-ctx.ts';
import { readGraph } from './read-graph.ts';
import type { NumberState, TemplateState, WabaState } from './states.ts';

const numberFields =
  'id,display_phone_number,verified_name,quality_rating,code_verification_status,name_status,status,platform_type,throughput,whatsapp_business_manager_messaging_limit';
const wabaFields =
  'id,name,currency,timezone_id,account_review_status,business_verification_status,message_template_namespace';
const templateFields = 'id,name,language,status,category,components,quality_score,rejected_reason';
const pageSize = 100;
/** A WABA holds 250 templates (6,000 when verified): a cursor that never ends is a fault, not a list. */
const maxPages = 80;

export async function readNumber(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<NumberState> {
  const path = `${encodeURIComponent(credentials.phoneNumberId)}?fields=${numberFields}`;
  const json = await readGraph(ctx, breakers, credentials, path);
  return {
    id: identifier(json['id']),
    displayPhone: word(json['display_phone_number']),
    verifiedName: word(json['verified_name']),
    quality: word(json['quality_rating']),
    verification: word(json['code_verification_status']),
    nameStatus: word(json['name_status']),
    status: word(json['status']),
    platform: word(json['platform_type']),
    throughput: word(objectOrEmpty(json['throughput'])['level']),
    messagingLimit: word(json['whatsapp_business_manager_messaging_limit']),
  };
}

export async function readWaba(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<WabaState> {
  const path = `${encodeURIComponent(credentials.accountId)}?fields=${wabaFields}`;
  const json = await readGraph(ctx, breakers, credentials, path);
  return {
    id: identifier(json['id']),
    name: word(json['name']),
    currency: word(json['currency'], 8),
    timezone: word(json['timezone_id'], 64),
    review: word(json['account_review_status']),
    verification: word(json['business_verification_status']),
  };
}

/** Every template, page after page. */
export async function listTemplates(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<TemplateState[]> {
  const templates: TemplateState[] = [];
  const first = `${encodeURIComponent(credentials.accountId)}/message_templates?fields=${templateFields}&limit=${pageSize}`;
  let after: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const path = after === undefined ? first : `${first}&after=${encodeURIComponent(after)}`;
    const json = await readGraph(ctx, breakers, credentials, path);
    for (const item of listOf(json['data'])) {
      const template = objectOf(item);
      if (template !== undefined) templates.push(templateState(template));
    }
    const paging = objectOrEmpty(json['paging']);
    const next = word(objectOrEmpty(paging['cursors'])['after'], 4_096);
    if (paging['next'] === undefined || next === undefined || next === after) break;
    after = next;
  }
  return templates;
}

const templateState = (template: Obj): TemplateState => ({
  id: identifier(template['id']),
  name: identifier(template['name']),
  language: word(template['language'], 64),
  status: word(template['status'], 64),
  category: word(template['category'], 64),
  quality: word(objectOrEmpty(template['quality_score'])['score'], 64),
  rejectedReason: word(template['rejected_reason']),
  components: cleanJson(template['components']),
});
