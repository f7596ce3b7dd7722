import type { Channel } from '@balcao/core/workspaces';
import { time } from './present.ts';

/** A channel as people see it: no secrets, nothing of our inside. */
export function presentChannel(channel: Channel) {
  const { id, kind, name, phoneNumberId, wabaId, displayPhoneNumber, perSecond, perPair, joinMs } = channel;
  const { state, stateReason, flowVersionId, botMode, createdAt, updatedAt } = channel;
  const shown = { id, kind, name, phoneNumberId, wabaId, displayPhoneNumber, perSecond, perPair, joinMs };
  return {
    ...shown,
    state,
    stateReason,
    flowVersionId,
    botMode,
    createdAt: time(createdAt),
    updatedAt: time(updatedAt),
  };
}
