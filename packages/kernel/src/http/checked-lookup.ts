import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { HttpError } from './http-error.ts';
import type { AddressCheck } from './public-address.ts';

export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const systemResolve: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);

/**
 * The lookup that a socket itself does: what was checked is what is connected to, with no second resolution between the two for a
 * rebinding name to use. One forbidden address among several refuses the name.
 */
export function createCheckedLookup(isAllowed: AddressCheck, resolve: Resolve): LookupFunction {
  return (hostname: string, options: LookupOptions, done) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) return done(error, '', 0);
      const first = addresses[0];
      if (first === undefined) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
      if (!addresses.every(({ address }) => isAllowed(address))) return done(forbidden(), '', 0);
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

export const forbidden = () =>
  new HttpError('connect', 'forbidden_address', 'The address is not one of the public internet.');
