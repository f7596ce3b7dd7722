/** What the rules look at: plain facts about the sources, read once. */
export interface Import {
  readonly specifier: string;
  /** The file it leads to; undefined for packages of others and for what does not exist. */
  readonly to: string | undefined;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
  readonly line: number;
}

/** A text in the source that may be SQL, with the name of the statement it belongs to. */
export interface SqlText {
  readonly text: string;
  /** First argument of `sql('name', …)`. */
  readonly statement: string | undefined;
  /** The constant that holds the statement: what other files import. */
  readonly constant: string | undefined;
  readonly line: number;
}

export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  readonly sqlTexts: readonly SqlText[];
  /** `thing.send(…)`: the text of `thing`. */
  readonly sends: readonly Mark[];
  readonly environmentReads: readonly number[];
  readonly anys: readonly number[];
  readonly enums: readonly number[];
  readonly defaultExports: readonly number[];
}

export interface Mark {
  readonly what: string;
  readonly line: number;
}

export interface House {
  readonly sources: ReadonlyMap<string, Source>;
}

/** `wrong` fails the check; `smell` is only told. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly sentence: string;
  readonly weight: 'wrong' | 'smell';
}

export const wrong = (rule: string, path: string, sentence: string, line?: number): Finding =>
  line === undefined ? { rule, path, sentence, weight: 'wrong' } : { rule, path, line, sentence, weight: 'wrong' };
