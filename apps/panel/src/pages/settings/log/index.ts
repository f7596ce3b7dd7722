export { LogSettings } from './log-settings.tsx';
