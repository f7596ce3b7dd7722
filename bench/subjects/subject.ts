/** What is measured: a floor or the program. */
export interface Subject {
  readonly name: string;
  readonly webhookUrl: string;
  /** Roots of the process trees to charge: the program's, and its PostgreSQL's. */
  readonly pids: { readonly program: number; readonly postgres: number | undefined };
  stop(): Promise<void>;
}
