export { createModels, type ModelsOptions } from './create-models.ts';
