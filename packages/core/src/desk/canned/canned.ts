export interface Canned {
  readonly id: string;
  /** Without its slash. */
  readonly shortcut: string;
  readonly title: string | null;
  readonly body: string;
  readonly mediaIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly ownerId: string | null;
  readonly updatedAt: Date;
}
