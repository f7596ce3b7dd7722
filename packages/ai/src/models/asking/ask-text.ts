import { generateText, jsonSchema, type ToolSet, tool } from 'ai';
import { ModelError, type TextRequest, type TextResult, type ToolCall, temperatures } from '../../port/index.ts';
import type { OpenVendor } from '../vendors/open-vendor.ts';
import { estimateAsked, estimateTokens } from './estimate-tokens.ts';
import { toMessages } from './to-messages.ts';
import { usageOf } from './usage-of.ts';

/** One step: tools are offered, never run here. Whoever asked judges the calls. */
export async function askText(vendor: OpenVendor, request: TextRequest, signal: AbortSignal): Promise<TextResult> {
  const { system, turns, maxOutputTokens, purpose } = request;
  const answer = await generateText({
    model: vendor.language(),
    instructions: system,
    messages: toMessages(turns),
    temperature: temperatures[purpose],
    maxOutputTokens,
    maxRetries: 0,
    abortSignal: signal,
    ...(vendor.thinking ? { reasoning: vendor.thinking } : {}),
    ...(request.tools && request.tools.length > 0 ? { tools: offer(request.tools) } : {}),
  });
  // A filter that steps in leaves half a sentence or the vendor's own refusal behind: neither is ours to say.
  if (answer.finishReason === 'content-filter') throw new ModelError('refused', 'the vendor refused to answer');
  const calls = answer.toolCalls.map(
    (call): ToolCall => ({
      id: call.toolCallId,
      name: call.toolName,
      args: call.input,
      ...(call.providerMetadata === undefined ? {} : { vendorData: call.providerMetadata }),
    }),
  );
  if (answer.text.trim() === '' && calls.length === 0)
    throw answer.finishReason === 'error'
      ? new ModelError('garbage', 'a tool was called in a way that cannot be read')
      : new ModelError('empty', 'the answer is empty');
  const guess = { in: estimateAsked(system, turns), out: estimateTokens(answer.text) };
  return {
    text: answer.text,
    calls,
    finish: calls.length > 0 ? 'calls' : answer.finishReason === 'length' ? 'length' : 'stop',
    usage: usageOf(answer.usage, guess),
  };
}

const offer = (tools: NonNullable<TextRequest['tools']>): ToolSet =>
  Object.fromEntries(
    tools.map(({ name, description, parameters }) => [
      name,
      tool({ description, inputSchema: jsonSchema(parameters) }),
    ]),
  );
