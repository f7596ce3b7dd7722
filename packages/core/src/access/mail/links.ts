import type { Ctx } from '@balcao/kernel';

/** Pages of the panel that take a token. */
export const invitationUrl = ({ config }: Pick<Ctx, 'config'>, token: string): string =>
  `${config.publicUrl}/invite/${token}`;
export const resetUrl = ({ config }: Pick<Ctx, 'config'>, token: string): string =>
  `${config.publicUrl}/reset/${token}`;
