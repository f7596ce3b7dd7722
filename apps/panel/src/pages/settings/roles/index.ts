export { RolesSettings } from './roles-settings.tsx';
