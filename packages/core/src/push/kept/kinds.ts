export type KeptKind = 'assigned' | 'mention' | 'transferred' | 'message_failed' | 'scheduled_failed';
