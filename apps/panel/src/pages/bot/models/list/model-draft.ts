import type { Input, Output } from '../../../../api/index.ts';

export type Model = Output<'models.list'>['models'][number];
type ToSave = Input<'models.save'>;
export type Purpose = Model['purpose'];
export type Vendor = Model['vendor'];

export const purposes = ['answer', 'classify', 'embed'] as const satisfies readonly Purpose[];
export const vendors = ['google', 'openai-compatible', 'ollama'] as const satisfies readonly Vendor[];

/** Where a vendor's likes are found, and a model to begin with. */
export const suggestions: Readonly<Record<Vendor, { baseUrl: string; answer: string; embed: string }>> = {
  google: { baseUrl: '', answer: 'gemini-2.5-flash', embed: 'gemini-embedding-001' },
  'openai-compatible': {
    baseUrl: 'https://api.openai.com/v1',
    answer: 'gpt-4.1-mini',
    embed: 'text-embedding-3-small',
  },
  ollama: { baseUrl: 'http://localhost:11434', answer: 'llama3.1', embed: 'nomic-embed-text' },
};

export interface ModelDraft {
  readonly id: string | undefined;
  readonly name: string;
  readonly vendor: Vendor;
  readonly purpose: Purpose;
  readonly model: string;
  readonly baseUrl: string;
  /** Empty: the kept one stays. */
  readonly apiKey: string;
  readonly enabled: boolean;
  readonly perMinute: number | null;
  readonly perDay: number | null;
  readonly tokensPerMinute: number | null;
  readonly concurrency: number;
  readonly timeoutMs: number;
}

export const draftOf = (known: Model | undefined): ModelDraft => ({
  id: known?.id,
  name: known?.name ?? '',
  vendor: known?.vendor ?? 'google',
  purpose: known?.purpose ?? 'answer',
  model: known?.model ?? '',
  baseUrl: known?.baseUrl ?? '',
  apiKey: '',
  enabled: known?.enabled ?? true,
  perMinute: known?.perMinute ?? null,
  perDay: known?.perDay ?? null,
  tokensPerMinute: known?.tokensPerMinute ?? null,
  concurrency: known?.concurrency ?? 4,
  timeoutMs: known?.timeoutMs ?? 8_000,
});

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const called = ({ vendor, purpose, model, baseUrl }: ModelDraft) => ({
  vendor,
  purpose,
  model: model.trim(),
  baseUrl: said(baseUrl),
});

export const toSave = (draft: ModelDraft): ToSave => ({
  ...(draft.id === undefined ? {} : { id: draft.id }),
  ...called(draft),
  name: draft.name.trim() || draft.model.trim(),
  ...(draft.apiKey.trim() === '' ? {} : { apiKey: draft.apiKey.trim() }),
  enabled: draft.enabled,
  perMinute: draft.perMinute,
  perDay: draft.perDay,
  tokensPerMinute: draft.tokensPerMinute,
  concurrency: draft.concurrency,
  timeoutMs: draft.timeoutMs,
});

/** The kept one as it is, with its sealed key; or what stands in the form, with the key that was just typed. */
export const toTest = (draft: ModelDraft, known: Model | undefined): Input<'models.test'> =>
  known !== undefined &&
  draft.apiKey.trim() === '' &&
  draft.model.trim() === known.model &&
  draft.vendor === known.vendor &&
  said(draft.baseUrl) === known.baseUrl
    ? { id: known.id }
    : { ...called(draft), apiKey: said(draft.apiKey) };
