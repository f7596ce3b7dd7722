export interface Credentials {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appSecret: string;
}

export type Triable = 'access_token' | 'phone_number' | 'waba' | 'app_secret';

/** Which details each trial needs: none is tried before they are there. */
const needs: Readonly<Record<Triable, readonly (keyof Credentials)[]>> = {
  access_token: ['accessToken'],
  phone_number: ['accessToken', 'phoneNumberId'],
  waba: ['accessToken', 'wabaId'],
  app_secret: ['accessToken', 'appSecret'],
};

/** What can be tried with what is filled in so far. */
export function triableWith(given: Credentials): readonly Triable[] {
  return (Object.keys(needs) as (keyof typeof needs)[]) // the keys of a const object are its type's
    .filter((what) => needs[what].every((field) => given[field].trim() !== ''));
}
