export interface Department {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly position: number;
  readonly memberIds: readonly string[];
  readonly archivedAt: Date | null;
}
