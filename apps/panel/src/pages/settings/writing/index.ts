export { CannedSettings } from './canned/canned-settings.tsx';
export { MacrosSettings } from './macros/macros-settings.tsx';
export { ScheduledSettings } from './scheduled/scheduled-settings.tsx';
