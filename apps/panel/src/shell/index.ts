export { enter } from './enter.ts';
export { Frame } from './frame.tsx';
export { BrokenPage, NotAllowedPage, NotFoundPage } from './page-states.tsx';
