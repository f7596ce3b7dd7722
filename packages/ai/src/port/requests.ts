/** A JSON Schema, as vendors take it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ToolOffer {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote them: anything, to be judged before it is used. */
  readonly args: unknown;
  /** What the vendor wants back with the call (Gemini's thought signatures); opaque. */
  readonly vendorData?: unknown;
}

export interface ToolResult {
  readonly id: string;
  readonly name: string;
  readonly output: string;
}

export type ModelTurn =
  | { readonly by: 'customer'; readonly text: string }
  | { readonly by: 'company'; readonly text: string; readonly calls?: readonly ToolCall[] }
  | { readonly by: 'tool'; readonly results: readonly ToolResult[] };

/** Said once for each purpose: deciding is cool, answering a little freer. */
export const temperatures = { classify: 0.2, answer: 0.4 } as const;
export type Purpose = keyof typeof temperatures;

interface Asked {
  readonly purpose: Purpose;
  /** What the model is told to be. Nothing that a stranger wrote belongs here unfenced. */
  readonly system: string;
  readonly turns: readonly ModelTurn[];
  readonly maxOutputTokens: number;
}

export interface TextRequest extends Asked {
  readonly tools?: readonly ToolOffer[];
}

export interface ObjectRequest extends Asked {
  /** What the object is, in a word: some vendors want a name. */
  readonly name: string;
  readonly schema: JsonSchema;
}

export interface EmbedRequest {
  readonly texts: readonly string[];
  readonly as: 'question' | 'passage';
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** The vendor said nothing, so these are counted from the lengths. */
  readonly estimated: boolean;
}

export interface TextResult {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** `length`: it was cut off at `maxOutputTokens`. */
  readonly finish: 'stop' | 'length' | 'calls';
  readonly usage: Usage;
}

export interface ObjectResult {
  /** Parsed JSON; whether it is what was asked for is for the asker's schema to say. */
  readonly value: unknown;
  readonly usage: Usage;
}

export interface EmbedResult {
  /** As many as texts, all of one length. */
  readonly vectors: readonly (readonly number[])[];
  readonly usage: Usage;
}
