export { offerNewVersion } from './banner/new-version.ts';
export { enter } from './enter.ts';
export { Frame } from './frame.tsx';
export { BrokenPage, NotFoundPage } from './page-states.tsx';
export { type Action, useActions } from './palette/actions.ts';
export { LanguageChoice, SchemeChoice } from './rail/looks.tsx';
export { useSwitchCompany } from './rail/use-switch-company.ts';
export { SectionsFrame } from './sections/sections-frame.tsx';
export { putOffStart, useStartSteps } from './start-steps.ts';
