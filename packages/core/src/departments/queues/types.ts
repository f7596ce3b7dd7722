export interface Queue {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly position: number;
  readonly archivedAt: Date | null;
}
