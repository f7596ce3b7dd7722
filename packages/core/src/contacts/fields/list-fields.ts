import { sql, type Tx } from '@balcao/db';
import { type ContactField, fieldColumns } from './field.ts';

const list = sql(
  'contacts/list-fields',
  `select ${fieldColumns} from contact_fields order by archived_at is not null, position, lower(name), id`,
);

/** In their order, archived ones last. A workspace has at most two hundred. */
export const listFields = (tx: Tx): Promise<ContactField[]> => tx.rows<ContactField>(list);
