import type { Note } from '@balcao/contract';
import type { Names } from './names.ts';

export interface NoteRow {
  readonly id: string;
  readonly ticketId: string;
  readonly memberId: string | null;
  readonly text: string | null;
  readonly mentions: readonly string[];
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

export const presentNote = (row: NoteRow, names: Names): Note => ({
  id: row.id,
  ticketId: row.ticketId,
  memberId: row.memberId,
  text: row.text,
  mentions: row.mentions.flatMap((id) => names(id) ?? []),
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});
