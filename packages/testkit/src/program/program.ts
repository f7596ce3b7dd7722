export interface ProgramOptions {
  /** Absent: a fresh folder, removed by `remove`. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Beside what every program under test gets; wins over it. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The real program as `npm start` runs it: its own process, its own PostgreSQL, the same port after every restart. */
export interface Program {
  readonly url: string;
  readonly dataDir: string;
  readonly logFile: string;
  pid(): number | undefined;
  postgresPid(): number | undefined;
  /** Resolves with the milliseconds until `/health/ready` said yes. */
  start(): Promise<number>;
  /** As an init system stops it; resolves with its exit code, null when it had to be killed or did not run. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
  /** `all` is the postmaster and everything it started. */
  killPostgres(what: 'postmaster' | 'backend' | 'all'): void;
  freezePostgres(): { thaw(): void };
  isReady(): Promise<boolean>;
  /** Resolves with the milliseconds it took. */
  whenReady(patienceMs?: number): Promise<number>;
  /** Runs `balcao COMMAND --json`; throws what it said on stderr. */
  cli<T>(...command: string[]): Promise<T>;
  /** Stops it and removes the folder when it was made here. */
  remove(): Promise<void>;
}
