export { variableNames } from './canned/variables.ts';
export { Composer } from './composer.tsx';
export type { ComposerHandle } from './composer-props.ts';
export { uploadFile } from './files/upload-file.ts';
