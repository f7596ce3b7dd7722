export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly archivedAt: Date | null;
}
