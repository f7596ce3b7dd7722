export * from './errors.ts';
export * from './problem.ts';
export * from './sentences.ts';
