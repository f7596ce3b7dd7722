export * from './meta-contract/index.ts';
