/** Requests and work within one workspace: every row is filtered by row-level security. */
export const APP_ROLE = 'balcao_app';
/** Work across workspaces: only what a migration grants it, table by table. */
export const CONVEYOR_ROLE = 'balcao_conveyor';
/** Who people are and how they prove it: no other role of work can read a password's hash. */
export const IDENTITY_ROLE = 'balcao_identity';
/** What the login user is a member of: migrations and backups see every row although row-level security is forced on owners too. */
export const OWNER_ROLE = 'balcao_owner';

export type PoolRole = typeof APP_ROLE | typeof CONVEYOR_ROLE | typeof IDENTITY_ROLE;
