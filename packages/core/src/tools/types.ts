import type { JsonSchema } from '@balcao/ai/port';

/** What a tool does; the list is closed. `http` and `order_status` call the company's own address. */
export const toolKinds = [
  'opening_hours',
  'order_status',
  'open_ticket',
  'update_ticket',
  'book',
  'send_document',
  'http',
] as const;
export type ToolKind = (typeof toolKinds)[number];

/** A tool of the company as a model, a flow or a person sees it: no address, no headers. */
export interface Tool {
  readonly id: string;
  readonly kind: ToolKind;
  /** What a model calls it by: `order_status`. Unique in the company. */
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
  /** The customer says yes before it runs: what costs money, cancels or cannot be taken back. */
  readonly confirm: boolean;
  /** The company says yes or no to it with one click. */
  readonly enabled: boolean;
}

/** For whom a tool runs. The server takes it from the conversation, never from a model. */
export interface ToolRun {
  readonly tool: string;
  readonly args: unknown;
  readonly contactId: string;
  readonly conversationId: string;
  /** The same key again does not do it twice: the errand's id, or the message that it answers. */
  readonly once: string;
}

export type ToolProblem =
  | 'unknown_tool'
  | 'bad_arguments'
  | 'not_theirs'
  | 'not_found'
  | 'timeout'
  | 'unreachable'
  | 'bad_answer'
  | 'refused'
  | 'failed';

export type ToolOutcome =
  | {
      readonly ok: true;
      /** For a model to read, and for numbers in an answer to be found in. */
      readonly result: Readonly<Record<string, unknown>>;
      /** The result as a sentence, where no model is there to say it. */
      readonly text: string;
      /** Files that go with the answer. */
      readonly mediaIds?: readonly string[];
    }
  | { readonly ok: false; readonly problem: ToolProblem; readonly detail: string };
