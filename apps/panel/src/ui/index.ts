export { ConfirmButton, ConfirmDialog } from './confirm-button.tsx';
export { Page, PageHeader, Section } from './page.tsx';
export { initialsOf, PersonAvatar } from './person-avatar.tsx';
export { problemSentence } from './problem-sentence.ts';
export { EmptyState, ErrorState, Loaded, RowsSkeleton } from './states.tsx';
export { tell } from './tell.ts';
export { uiTexts } from './texts/texts.ts';
export { clockTime, dayOf, fullTime, RelativeTime, shortTime, useMinute } from './times.tsx';
