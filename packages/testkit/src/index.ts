export * from './database/index.ts';
export * from './desk/index.ts';
export * from './meta-contract/index.ts';
export * from './models/index.ts';
export * from './people/index.ts';
export * from './program/index.ts';
