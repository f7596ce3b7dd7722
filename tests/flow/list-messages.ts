import type { EchoChannel, Program } from '@balcao/testkit';

/** The whole stored truth, as `balcao messages list` prints it. */
export interface ListedMessage {
  readonly direction: 'in' | 'out';
  readonly providerId: string | undefined;
  readonly text: string;
  readonly status: string;
}

export function listMessages(program: Program, channel: EchoChannel): Promise<ListedMessage[]> {
  return program.cli<ListedMessage[]>('messages', 'list', '--workspace', channel.workspaceId);
}
