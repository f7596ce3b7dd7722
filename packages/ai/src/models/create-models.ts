import { backoff, type Ctx } from '@balcao/kernel';
import {
  type Asked,
  type Asking,
  ModelError,
  type ModelSpec,
  type Models,
  modelFailures,
  type Tried,
} from '../port/index.ts';
import { askObject } from './asking/ask-object.ts';
import { askText } from './asking/ask-text.ts';
import { askVectors } from './asking/ask-vectors.ts';
import { estimateAsked, estimateTokens } from './asking/estimate-tokens.ts';
import { type BreakerOptions, breakerDefaults, createBreakers } from './guards/breaker.ts';
import { type CrowdOptions, createCrowd, crowdDefaults } from './guards/crowd.ts';
import { createPace } from './guards/pace.ts';
import { classifyFailure } from './vendors/classify-failure.ts';
import { fetchOver } from './vendors/fetch-over.ts';
import { type OpenVendor, openVendor } from './vendors/open-vendor.ts';

export type ModelsCtx = Pick<Ctx, 'http' | 'clock' | 'random' | 'log' | 'metrics'>;

export interface ModelsOptions {
  readonly crowd?: Partial<CrowdOptions>;
  readonly breaker?: Partial<BreakerOptions>;
  /** Tries of one model, the first included. */
  readonly tries?: number;
}

/** Less than this is no time to ask anybody anything. */
const LEAST_MS = 150;
const DEFAULT_TIMEOUT_MS = 20_000;
const again = { baseMs: 200, maxMs: 1_500 };

interface Question<R> {
  readonly kind: 'text' | 'object' | 'embed';
  readonly tokens: number;
  ask(spec: ModelSpec, vendor: OpenVendor, signal: AbortSignal): Promise<R>;
}

/** Models of all vendors behind one face: their order, their quotas, their bad days. Made once for a program. */
export function createModels(ctx: ModelsCtx, options: ModelsOptions = {}): Models {
  // The SDK would write to the console what a model does not take: prompts have no place there.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const house = createHouse(ctx, options);
  return {
    text: (asking, request) =>
      inOrder(house, asking, {
        kind: 'text',
        tokens: estimateAsked(request.system, request.turns) + request.maxOutputTokens,
        ask: (_, vendor, signal) => askText(vendor, request, signal),
      }),
    object: (asking, request) =>
      inOrder(house, asking, {
        kind: 'object',
        tokens: estimateAsked(request.system, request.turns) + request.maxOutputTokens,
        ask: (_, vendor, signal) => askObject(vendor, request, signal),
      }),
    embed: (asking, request) =>
      inOrder(
        house,
        { ...asking, models: asking.models.slice(0, 1) },
        {
          kind: 'embed',
          tokens: request.texts.reduce((sum, text) => sum + estimateTokens(text), 0),
          ask: (spec, vendor, signal) => askVectors(spec, vendor, request, signal),
        },
      ),
    health: (workspaceId, modelId) => house.breakers.health(workspaceId, modelId),
  };
}

type House = ReturnType<typeof createHouse>;

function createHouse(ctx: ModelsCtx, options: ModelsOptions) {
  const crowd = createCrowd({ ...crowdDefaults, ...options.crowd });
  ctx.metrics.gauge('balcao_model_requests_under_way', 'Requests to models under way', [], (gauge) =>
    gauge.set({}, crowd.underWay()),
  );
  return {
    ctx,
    crowd,
    tries: options.tries ?? 2,
    pace: createPace(ctx.clock),
    breakers: createBreakers({ ...breakerDefaults, ...options.breaker }, (modelId, open) =>
      ctx.log.warn({ modelId }, open ? 'A model fails: it is left alone for a while.' : 'A model answers again.'),
    ),
    /** Models that refused a JSON schema. */
    plain: new Set<string>(),
    seconds: ctx.metrics.histogram('balcao_model_seconds', 'How long models take to answer', [
      'vendor',
      'kind',
      'outcome',
    ]),
    tokens: ctx.metrics.counter('balcao_model_tokens_total', 'Tokens sent to and got from models', ['vendor', 'way']),
  };
}

/** The first one that answers. A model that takes its time leaves some for the next. */
async function inOrder<R extends { usage: { tokensIn: number; tokensOut: number } }>(
  house: House,
  asking: Asking,
  question: Question<R>,
): Promise<R & Asked> {
  const { clock } = house.ctx;
  const begun = clock.monotonic();
  const until = begun + asking.timeoutMs;
  const tried: Tried[] = [];
  let last = new ModelError('bad_request', 'no model is configured');
  for (const [at, spec] of asking.models.entries()) {
    const left = until - clock.monotonic();
    if (left < LEAST_MS) break;
    const others = asking.models.length - at - 1;
    const share = others === 0 ? left : left * 0.6;
    const since = clock.monotonic();
    try {
      const answer = await oneModel(house, asking, spec, question, since + share);
      note(house, spec, question.kind, 'ok', since);
      house.tokens.inc({ vendor: spec.vendor, way: 'in' }, answer.usage.tokensIn);
      house.tokens.inc({ vendor: spec.vendor, way: 'out' }, answer.usage.tokensOut);
      return { ...answer, modelId: spec.id, model: spec.model, tried, ms: Math.round(clock.monotonic() - begun) };
    } catch (error) {
      last = classifyFailure(error, asking.signal);
      note(house, spec, question.kind, last.failure, since);
      tried.push({ modelId: spec.id, failure: last.failure, ms: Math.round(clock.monotonic() - since) });
      if (!modelFailures[last.failure].another) break;
    }
  }
  throw withTried(last, tried);
}

const withTried = ({ failure, message, retryAfterMs, data }: ModelError, tried: readonly Tried[]): ModelError =>
  new ModelError(failure, message, {
    retryAfterMs,
    tried,
    modelId: tried.at(-1)?.modelId,
    status: typeof data['status'] === 'number' ? data['status'] : undefined,
  });

function note({ seconds, ctx }: House, { vendor }: ModelSpec, kind: string, outcome: string, since: number): void {
  seconds.observe({ vendor, kind, outcome }, (ctx.clock.monotonic() - since) / 1000);
}

/** Once more when that may help, as long as there is time: a little later, or when the vendor says. */
async function oneModel<R>(
  house: House,
  asking: Asking,
  spec: ModelSpec,
  question: Question<R>,
  until: number,
): Promise<R> {
  const { clock, random } = house.ctx;
  for (let attempt = 1; ; attempt++) {
    try {
      return await house.breakers.run(asking.workspaceId, spec.id, () => once(house, asking, spec, question, until));
    } catch (error) {
      const failed = classifyFailure(error, asking.signal);
      if (failed.failure === 'rate_limited' && failed.retryAfterMs !== undefined)
        house.pace.holdOff(asking.workspaceId, spec, failed.retryAfterMs);
      const retold = shapeInWords(house, spec, question, failed);
      const wait = retold ? 0 : (failed.retryAfterMs ?? backoff(attempt, again, random));
      const inTime = clock.monotonic() + wait + LEAST_MS < until;
      if (!retold && (attempt >= house.tries || !modelFailures[failed.failure].again || !inTime)) throw failed;
      if (wait > 0) await clock.sleep(wait, asking.signal);
    }
  }
}

/** Many who copy OpenAI's API take no JSON schema: from now on this one is told the shape in words. */
function shapeInWords({ plain }: House, spec: ModelSpec, { kind }: Question<unknown>, failed: ModelError): boolean {
  if (kind !== 'object' || spec.vendor === 'google' || failed.failure !== 'bad_request') return false;
  if (failed.data['status'] === undefined || plain.has(spec.id)) return false;
  plain.add(spec.id);
  return true;
}

async function once<R>(
  house: House,
  asking: Asking,
  spec: ModelSpec,
  question: Question<R>,
  until: number,
): Promise<R> {
  const { ctx, pace, crowd, plain } = house;
  const left = () => Math.min(until - ctx.clock.monotonic(), spec.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const late = AbortSignal.timeout(Math.max(1, Math.ceil(left())));
  const signal = asking.signal ? AbortSignal.any([asking.signal, late]) : late;
  let asked = false;
  try {
    return await crowd.run(asking.workspaceId, spec, signal, async () => {
      if (left() <= 0) throw new ModelError('aborted', 'its time was over before a place was free');
      await pace.admit(asking.workspaceId, spec, question.tokens, left(), signal);
      asked = true;
      const fetch = fetchOver(ctx.http, spec.trust ?? 'public', () => Math.max(1, Math.ceil(left())));
      return await question.ask(spec, openVendor(spec, fetch, plain.has(spec.id)), signal);
    });
  } catch (error) {
    const failed = classifyFailure(error, asking.signal ?? late);
    if (failed.failure !== 'aborted' || asking.signal?.aborted) throw failed;
    // Ours to give up, not the asker's. Who never came to ask learned nothing of the model.
    throw asked
      ? new ModelError('timeout', 'no answer in time')
      : new ModelError('crowded', 'no place was free in time');
  }
}
