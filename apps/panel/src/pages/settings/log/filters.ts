import type { Input } from '../../../api/index.ts';

/** What the log is asked for, beside the page of it. */
export type Filters = Omit<Input<'access-log.list'>, 'before' | 'limit'>;
