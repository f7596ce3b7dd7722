import type { SendFailed, SendSentence, Treatment } from '../../port/index.ts';
import { treatments } from '../../port/index.ts';
import { entryOf } from './error-table.ts';

export interface Refusal {
  readonly status: number;
  readonly code?: number | undefined;
  readonly detail: string;
  /** Meta's own word for it; heard only when the code is not in the table. */
  readonly transient?: boolean;
  /** From Retry-After. */
  readonly waitMs?: number | undefined;
}

/** A refusal of the Graph API → what to do about it. The code decides; without one, or with one nobody knows, the HTTP status does. */
export function classifyAnswer(refusal: Refusal): SendFailed {
  const known = refusal.code === undefined ? undefined : entryOf(refusal.code);
  const treatment = known?.treatment ?? byStatus(refusal);
  const rule = treatments[treatment];
  const own = rule.next === 'retry' ? Math.max(known?.afterMs ?? rule.afterMs, refusal.waitMs ?? 0) : undefined;
  return failed(treatment, refusal.detail, { code: refusal.code, afterMs: own, sentence: known?.sentence });
}

/** The same table for the errors of a failed status webhook, where there is no HTTP status. An unknown code is final: it was delivered as final. */
export function classifyCode(code: number | undefined, detail: string): SendFailed {
  return code === undefined || entryOf(code) === undefined
    ? failed('final', detail, { code })
    : classifyAnswer({ status: 400, code, detail });
}

export function failed(
  treatment: Treatment,
  detail: string,
  more: { code?: number | undefined; afterMs?: number | undefined; sentence?: SendSentence | undefined } = {},
): SendFailed {
  const rule = treatments[treatment];
  return {
    outcome: 'failed',
    treatment,
    code: more.code,
    detail,
    afterMs: more.afterMs ?? (rule.next === 'retry' ? rule.afterMs : undefined),
    sentence: more.sentence ?? rule.sentence,
  };
}

function byStatus({ status, transient }: Refusal): Treatment {
  if (status === 401) return 'stop_channel';
  if (status === 429) return 'slow_lane';
  // 408 and 425 come from the edge in front of Meta, a redirect from a proxy: no judgement of the message.
  const passing = status >= 500 || status < 400 || status === 408 || status === 425;
  return passing || transient === true ? 'retry' : 'bad_request';
}
