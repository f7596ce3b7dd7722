/** What the composer must know of the conversation it writes in. */
export interface ComposerConversation {
  readonly conversationId: string;
  readonly ticketId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly status: 'triage' | 'queued' | 'open' | 'waiting' | 'snoozed' | 'resolved';
  readonly floor: 'bot' | 'person' | 'phone_app' | 'meta_agent';
  readonly windowUntil: string | null;
  readonly protocol: string;
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly assigneeId: string | null;
  readonly assigneeName?: string | null | undefined;
  /** The member who looks at it. */
  readonly me?: string | undefined;
  readonly contactBlocked?: boolean | undefined;
  readonly channelState?: 'active' | 'paused' | 'stopped' | undefined;
}
