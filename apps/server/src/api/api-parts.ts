import type { Readable } from 'node:stream';
import type { Models } from '@balcao/ai/port';
import type { OutboundContent } from '@balcao/channels/port';
import type { WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import type { Language, Scope } from '@balcao/contract';
import type { Storage } from '@balcao/core/media';
import type { QueuedReply } from '@balcao/core/messages';
import type { DbCtx, WorkspaceCtx } from '@balcao/db';
import type { Cookies } from '../people/index.ts';
import type { KnownChannel } from '../runtime/channel-directory.ts';

/** A channel as a send needs it before it is queued. */
export interface ApiChannel {
  readonly workspaceId: string;
  readonly perPair: boolean;
  readonly adapter: { checkContent(content: OutboundContent): void };
}

/** What the running program lends to the API. */
export interface ApiParts {
  channel(channelId: string): ApiChannel | undefined;
  /** Told after the commit: a hint, the outbox rows are the queue. */
  offer(items: readonly QueuedReply[]): void;
  /** A number with its way to the provider; absent: this program speaks to none. */
  number?(channelId: string): KnownChannel | undefined;
  /** The provider for numbers that are no channels yet. */
  readonly whatsapp?: WhatsAppCloud;
  /** Where files are kept; absent: none can be uploaded here. */
  readonly storage?: Storage;
  /** Who asks models; absent: this program asks none. */
  readonly models?: Models;
  /** Requests per minute of one key or one person. */
  readonly perMinute?: number;
  /** And of one address of which nobody is known. */
  readonly visitsPerMinute?: number;
  /** Answers are checked against the contract before they leave: in tests and outside production. */
  readonly checkAnswers?: boolean;
}

/** The body of an operation that takes a file; of every other one it is empty. */
export interface SentFile {
  readonly body: Readable;
  readonly mime: string | undefined;
}

export type AskedBy =
  | { readonly kind: 'api_key'; readonly id: string }
  | { readonly kind: 'member'; readonly id: string; readonly personId: string; readonly sessionId: string };

/** Who asks within a workspace: its API key, or one of its members; and what they may do. */
export interface Caller {
  readonly ctx: WorkspaceCtx;
  readonly by: AskedBy;
  readonly scopes: readonly Scope[];
  /** Whose tickets: everybody's, or those of these departments and teams, of none, and the member's own. */
  readonly sees: 'all' | readonly string[];
  readonly address: string;
  /** What the browser or program says it is. */
  readonly device: string;
  /** In which sentences for them are written. */
  readonly language: Language;
}

/** A person who is signed in. */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

/** A request in no workspace, perhaps by somebody who has not signed in yet. */
export interface Visit {
  readonly ctx: DbCtx;
  readonly address: string;
  /** What the browser says it is. */
  readonly device: string;
  readonly language: Language;
  readonly session: SignedIn | undefined;
  readonly cookies: Cookies;
}

export interface PersonVisit extends Visit {
  readonly session: SignedIn;
}
