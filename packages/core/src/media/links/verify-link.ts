import { timingSafeEqual } from 'node:crypto';
import { type Ctx, Fault } from '@balcao/kernel';
import { type Link, macOf, unpackLink } from './link-token.ts';

const LONGEST = 300;

/** Throws Fault('forbidden') for every link that is not ours, was changed, or is over: no difference is shown. */
export function verifyLink(ctx: Ctx, token: string): Link {
  const [keyId = '', link = '', mac = '', ...rest] = token.length > LONGEST ? [] : token.split('.');
  const bytes = Buffer.from(link, 'base64url');
  const expected = macOf(ctx.keys, keyId, bytes);
  const given = Buffer.from(mac, 'base64url');
  const genuine = expected !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
  // One way of writing a link: base64 has spare bits that could be anything.
  const exact = rest.length === 0 && bytes.toString('base64url') === link && given.toString('base64url') === mac;
  const opened = genuine && exact ? unpackLink(bytes) : undefined;
  if (opened === undefined || opened.expiresAt <= ctx.clock.now())
    throw new Fault('forbidden', 'this link is not valid, or not any more');
  return opened;
}
