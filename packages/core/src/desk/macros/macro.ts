import type { MacroAction } from '@balcao/contract';

export interface Macro {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly MacroAction[];
  readonly departmentIds: readonly string[];
  readonly ownerId: string | null;
  readonly updatedAt: Date;
}
