/** Where a request came from. */
export interface From {
  readonly address: string;
  /** What the browser says it is. */
  readonly device: string;
}
