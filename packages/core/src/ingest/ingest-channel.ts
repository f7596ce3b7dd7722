/** The channel that facts are stored for, as ingest needs to know it. */
export interface IngestChannel {
  readonly id: string;
  readonly workspaceId: string;
  readonly phoneNumberId: string;
  readonly accountId: string;
  readonly joinMs: number;
}
