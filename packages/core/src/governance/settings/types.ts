import type { Vendor } from '@balcao/ai/port';
import type { BotSettings, Language } from '@balcao/contract';
import type { Price } from '../spend/price-of.ts';

export type ModelVendor = Vendor;
export type ModelPurpose = 'answer' | 'classify' | 'embed';

/** A model as people see it: whether it has a key, never the key. */
export interface ConfiguredModel {
  readonly id: string;
  readonly name: string;
  readonly vendor: ModelVendor;
  readonly purpose: ModelPurpose;
  /** As the vendor names it. */
  readonly model: string;
  /** Null: the vendor's own address. */
  readonly baseUrl: string | null;
  readonly hasKey: boolean;
  /** First asked first; the next ones when it fails. */
  readonly position: number;
  readonly enabled: boolean;
  /** The vendor's quota; null: none known. */
  readonly perMinute: number | null;
  readonly perDay: number | null;
  readonly tokensPerMinute: number | null;
  /** At once, of this workspace. */
  readonly concurrency: number;
  readonly timeoutMs: number;
}

export interface PromptInForce {
  /** Null: the prompt that comes with the program. */
  readonly versionId: string | null;
  /** `v3`, or `default-1` for the program's own: what a record of an answer says. */
  readonly label: string;
  readonly text: string;
}

/** All that says how a workspace's bot works. */
export interface Bot extends BotSettings {
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly prompt: PromptInForce;
  /** Enabled ones, in the order of fallback; every purpose. */
  readonly models: readonly ConfiguredModel[];
  /** The company's own; `priceOf` adds those that come with the program. */
  readonly prices: readonly Price[];
  readonly companyName: string;
  readonly language: Language;
  readonly timeZone: string;
}
