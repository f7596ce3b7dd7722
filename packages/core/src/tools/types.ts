import type { JsonSchema } from '@balcao/ai/port';
import type { KeptTool, Language, ToolEffect } from '@balcao/contract';

/** A tool as the company configured it, without the values of its headers. */
export interface BotTool {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly effect: ToolEffect;
  readonly confirm: boolean;
  readonly does: KeptTool;
  readonly updatedAt: Date;
}

/** As a model, a flow or a person sees it: no address, no headers. */
export interface Tool {
  readonly id: string;
  readonly kind: KeptTool['kind'];
  /** What a model calls it by: `order_status`. Unique in the company. */
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
  readonly effect: ToolEffect;
  /** The arguments as they would be used; undefined: it does not take them. */
  accepts(args: unknown): Readonly<Record<string, unknown>> | undefined;
  /** The customer says yes before it runs: what costs money, cancels, or what the company wants asked. */
  readonly confirm: boolean;
}

/** For whom a tool runs. The server takes it from the conversation, never from a model. */
export interface ToolRun {
  readonly tool: string;
  readonly args: unknown;
  readonly contactId: string;
  readonly conversationId: string;
  /** The same key again does not do it twice: the errand's id, or the message that it answers. */
  readonly once: string;
  /** The customer said yes to exactly this. Without it a tool that wants confirming does not run. */
  readonly confirmed?: boolean;
  readonly timeoutMs?: number;
  /** Of the sentence; default the company's. */
  readonly language?: Language;
}

export type ToolProblem =
  | 'unknown_tool'
  | 'bad_arguments'
  | 'unconfirmed'
  | 'not_theirs'
  | 'not_found'
  | 'timeout'
  | 'unreachable'
  | 'bad_answer'
  | 'begun_before'
  | 'failed';

export interface ToolDone {
  readonly ok: true;
  /** For a model to read, and for numbers in an answer to be found in. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The result as a sentence, where no model is there to say it. */
  readonly text: string;
  /** Files that go with the answer. */
  readonly mediaIds?: readonly string[];
  /** Once the customer has been told, the talk goes to people. */
  readonly handoff?: { readonly departmentId: string | null };
}

/** The detail is for who set it up; a customer never reads it. */
export interface ToolFailed {
  readonly ok: false;
  readonly problem: ToolProblem;
  readonly detail: string;
}

export type ToolOutcome = ToolDone | ToolFailed;
