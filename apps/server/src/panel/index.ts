export { createPanelPages } from './panel-pages.ts';
