export { cnpjShape, digitRun, gap, latinDigits } from './digit-runs.ts';
export { findEmails, type Stretch } from './find-emails.ts';
