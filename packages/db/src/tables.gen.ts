// Made by `npm run db:types`; do not edit.
// biome-ignore lint/suspicious/noEmptyInterface: filled by the first migration
export interface DB {}
