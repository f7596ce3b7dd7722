export interface Holder {
  readonly pid: number;
  readonly program: string;
  readonly since: string;
}

export interface Lock {
  release(): void;
}
