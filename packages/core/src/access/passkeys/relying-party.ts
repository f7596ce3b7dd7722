import type { Ctx } from '@balcao/kernel';

export interface RelyingParty {
  readonly name: string;
  /** A passkey belongs to a host for ever: that of PUBLIC_URL. */
  readonly id: string;
  readonly origin: string;
}

export function relyingPartyOf({ config }: Pick<Ctx, 'config'>): RelyingParty {
  const { hostname, origin } = new URL(config.publicUrl);
  return { name: 'Balcão', id: hostname, origin };
}
