import type { Language } from '@balcao/contract';

/** What the customer asks, with what the orchestrator knows already. */
export interface AnswerRequest {
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly ticketId?: string | null | undefined;
  /** The message that is answered, last of those joined. */
  readonly messageId: string;
  /** Their words, joined when they came split. */
  readonly question: string;
  /** What came with it and was written by others or is not said to us: a quoted message, a caption, the text of a document. */
  readonly attached?: readonly Attached[] | undefined;
  /** Oldest first, without the question. */
  readonly history: readonly Said[];
  readonly understanding: Understanding;
  readonly language: Language;
  /** An answer after this is of no use. */
  readonly deadline: Date;
}

export interface Attached {
  readonly kind: 'quoted' | 'caption' | 'document' | 'transcript';
  readonly text: string;
}

export interface Said {
  readonly by: 'customer' | 'bot' | 'person';
  readonly text: string;
}

/** What the local classifier made of it. */
export interface Understanding {
  readonly intent: string;
  readonly confidence: number;
  /** Below the workspace's threshold: a model is asked, when there is one. */
  readonly sure: boolean;
  readonly version?: string | undefined;
}

export interface Source {
  readonly passageId: string;
  readonly articleId: string;
  readonly title: string;
  readonly url: string | null;
}

export interface ToolUse {
  readonly tool: string;
  readonly ok: boolean;
  readonly problem?: string | undefined;
  readonly ms: number;
}

/** How a draft came about: kept with the turn, shown to attendants, summed for the bill. */
export interface Made {
  readonly by: 'local' | 'model' | 'cache' | 'template';
  /** As the vendor names it, and the id under which it is configured. */
  readonly model?: string | undefined;
  readonly modelId?: string | undefined;
  /** Absent: the prompt that comes with the program. */
  readonly promptVersionId?: string | undefined;
  /** `v3`, `default-1`. */
  readonly promptLabel?: string | undefined;
  readonly knowledgeVersion?: string | undefined;
  readonly intent: string;
  readonly confidence: number;
  /** Who said so: the classifier in the process, or a model that was asked because it was unsure. */
  readonly intentBy: 'local' | 'model';
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a US dollar. */
  readonly costMicros: number;
  readonly ms: number;
  readonly tools: readonly ToolUse[];
  /** Models that were asked before and did not answer: `<model id>:<failure>`. */
  readonly tried: readonly string[];
  readonly attack?: { readonly score: number; readonly signs: readonly string[] } | undefined;
}

export type UnsureWhy = 'no_source' | 'not_in_sources' | 'number_without_source' | 'model_unsure';
export type RefusedWhy = 'attack' | 'policy' | 'safety' | 'leak';
export type FailedWhy = 'timeout' | 'error' | 'quota' | 'garbage' | 'budget' | 'no_model' | 'crowded' | 'aborted';

/** What the bot would say; the orchestrator decides whether it is said. */
export type Draft = { readonly made: Made } & (
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly sources: readonly Source[];
      readonly mediaIds?: readonly string[];
      /** Once it is said, the talk goes to people: a tool has opened something for them. */
      readonly handoff?: { readonly departmentId: string | null };
    }
  /** Asked of the customer; at their yes `runTool` with exactly these. */
  | { readonly kind: 'confirm'; readonly tool: string; readonly args: unknown; readonly text: string }
  /** "Vou confirmar com uma pessoa" is said by the orchestrator. */
  | { readonly kind: 'unsure'; readonly why: UnsureWhy }
  | { readonly kind: 'refused'; readonly why: RefusedWhy; readonly text: string }
  | { readonly kind: 'handoff'; readonly reason: 'asked' | 'sensitive' | 'tool_failed'; readonly text?: string }
  | { readonly kind: 'failed'; readonly why: FailedWhy }
);
