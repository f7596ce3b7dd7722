export type KillKind = 'program' | 'postmaster' | 'backend' | 'postgres' | 'program-and-postgres';

export interface StoredMessage {
  readonly direction: 'in' | 'out';
  readonly providerId: string | undefined;
  readonly text: string;
  readonly status: string;
}

/** What is killed: the real program, or a stand-in that proves the harness sees what it should. */
export interface Victim {
  readonly webhookUrl: string;
  kill(kind: KillKind): Promise<void>;
  /** What an init system would do now; resolves when it serves again. */
  recover(kind: KillKind): Promise<void>;
  stored(): Promise<readonly StoredMessage[]>;
}
