import { Fault } from '../errors.ts';

/** How far the exchange came. 'connect': the other side certainly saw nothing; 'sent': it may have; 'body': it has answered, the answer is incomplete. */
export type HttpPhase = 'connect' | 'sent' | 'body';

export type HttpReason =
  | 'dns'
  | 'refused'
  | 'forbidden_address'
  | 'bad_url'
  | 'redirect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'too_large'
  | 'protocol'
  | 'aborted';

export class HttpError extends Fault {
  readonly phase: HttpPhase;
  readonly reason: HttpReason;
  constructor(phase: HttpPhase, reason: HttpReason, detail: string, cause?: unknown) {
    super('provider_failed', detail, { phase, reason }, cause);
    this.name = 'HttpError';
    this.phase = phase;
    this.reason = reason;
  }
}
