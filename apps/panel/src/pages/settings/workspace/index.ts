export { WorkspaceSettings } from './workspace-settings.tsx';
