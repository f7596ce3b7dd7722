/** Where lines go. */
export interface LineSink {
  write(line: string): void;
  flushSync(): void;
}
