import type { ViewFilter } from '@balcao/contract';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  /** Who made it; null: an API key. */
  readonly memberId: string | null;
  readonly filter: ViewFilter;
}

/** Who keeps views: the member, and whether they may change those that all share. */
export interface ViewKeeper {
  readonly memberId: string | null;
  readonly maySaveShared: boolean;
}
