import { sql } from '@balcao/db';

export const flowVersion = sql(
  'flows/flow-version',
  `select parsed from flow_versions where workspace_id = $1 and id = $2`,
);
