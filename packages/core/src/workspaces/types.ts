export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly settings: Record<string, unknown>;
  readonly createdAt: Date;
}

export type ChannelState = 'active' | 'paused' | 'stopped';

/** How the bot works there: not at all, by its flow alone, or understanding free text. */
export type BotMode = 'off' | 'flow' | 'assistant';

/** A channel as people see it: no secrets. */
export interface Channel {
  readonly workspaceId: string;
  readonly id: string;
  readonly kind: 'whatsapp-cloud';
  readonly name: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string | null;
  readonly perSecond: number;
  readonly perPair: boolean;
  readonly joinMs: number;
  readonly state: ChannelState;
  readonly stateReason: string | null;
  /** Only the demo's channel has one; everything else talks to GRAPH_API_BASE_URL. */
  readonly graphBaseUrl: string | null;
  readonly flowVersionId: string | null;
  readonly botMode: BotMode;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A channel with its secrets opened: for the gate and the outbox, never for an answer or a log. */
export interface LoadedChannel extends Channel {
  readonly appSecret: string;
  readonly accessToken: string;
  readonly verifyToken: string;
}
