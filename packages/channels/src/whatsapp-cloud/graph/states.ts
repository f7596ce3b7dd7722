import type { Json } from '../../port/index.ts';

/** A number as Meta sees it: the number clinic shows it. Words are Meta's own. */
export interface NumberState {
  readonly id?: string | undefined;
  readonly displayPhone?: string | undefined;
  readonly verifiedName?: string | undefined;
  readonly quality?: string | undefined;
  readonly verification?: string | undefined;
  readonly nameStatus?: string | undefined;
  readonly status?: string | undefined;
  readonly platform?: string | undefined;
  readonly throughput?: string | undefined;
  readonly messagingLimit?: string | undefined;
}

export interface WabaState {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly timezone?: string | undefined;
  readonly review?: string | undefined;
  readonly verification?: string | undefined;
}

export interface TemplateState {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: string | undefined;
  readonly category?: string | undefined;
  readonly quality?: string | undefined;
  readonly rejectedReason?: string | undefined;
  readonly components: Json;
}
