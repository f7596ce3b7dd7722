import type { From } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import type { RealtimeSocket } from './realtime-socket.ts';

/** Where a socket comes from, seen through as many proxies as the requests of the API are. */
export function fromOf({ config }: Pick<DbCtx, 'config'>, { handshake }: Pick<RealtimeSocket, 'handshake'>): From {
  const { address, headers } = handshake;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','));
  const hops = [...forwarded.map((one) => one.trim()), address].reverse();
  const behind = config.trustProxy === false ? 0 : Number(config.trustProxy);
  return {
    address: hops[Math.min(behind, hops.length - 1)] ?? address,
    device: (headers['user-agent'] ?? '').slice(0, 300),
  };
}
