import { Fault, parsePhone, phoneVariants } from '@balcao/kernel';
import { readEmail } from '../fields/normalise-value.ts';

export interface TypedIdentity {
  readonly kind: 'phone' | 'email';
  readonly key: string;
  readonly value: string;
  readonly e164: string | null;
  readonly digits: string | null;
  readonly typed: string;
}

/** What a person typed, as the database keys it; undefined when it is no phone or e-mail address. */
export function readIdentity(kind: 'phone' | 'email', typed: string): TypedIdentity | undefined {
  if (kind === 'email') {
    const email = readEmail(typed);
    return email === undefined ? undefined : { kind, key: email, value: email, e164: null, digits: null, typed };
  }
  const phone = parsePhone(typed);
  if (phone === undefined) return undefined;
  const { key, e164 } = phone;
  return { kind, key, value: e164.slice(1), e164, digits: phoneVariants(typed).join(' '), typed };
}

export function needIdentity(kind: 'phone' | 'email', typed: string): TypedIdentity {
  const identity = readIdentity(kind, typed);
  if (identity === undefined)
    throw new Fault('invalid_input', `this is no ${kind}`, { issues: [{ path: kind, problem: `is no ${kind}` }] });
  return identity;
}
