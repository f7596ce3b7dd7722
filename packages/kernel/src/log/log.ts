export type LogFields = Readonly<Record<string, unknown>>;

/** One JSON line per call. Everything is masked on its way out; an error goes into the field `err`. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
  /** Writes what is buffered, synchronously: for the last lines of a program. */
  flush(): void;
}
