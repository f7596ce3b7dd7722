import type { ModelMessage } from 'ai';
import type { ModelTurn, ToolCall } from '../../port/index.ts';

/** Our turns in the SDK's words. */
export function toMessages(turns: readonly ModelTurn[]): ModelMessage[] {
  return turns.map((turn): ModelMessage => {
    if (turn.by === 'customer') return { role: 'user', content: turn.text };
    if (turn.by === 'tool')
      return {
        role: 'tool',
        content: turn.results.map(({ id, name, output }) => ({
          type: 'tool-result' as const,
          toolCallId: id,
          toolName: name,
          output: { type: 'text' as const, value: output },
        })),
      };
    const calls = (turn.calls ?? []).map(toPart);
    const text = turn.text === '' && calls.length > 0 ? [] : [{ type: 'text' as const, text: turn.text }];
    return { role: 'assistant', content: [...text, ...calls] };
  });
}

const toPart = ({ id, name, args, vendorData }: ToolCall) => ({
  type: 'tool-call' as const,
  toolCallId: id,
  toolName: name,
  input: args,
  ...(vendorData === undefined ? {} : { providerOptions: vendorData as never }), // it goes back as it came
});
