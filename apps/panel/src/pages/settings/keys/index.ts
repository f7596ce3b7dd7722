export { KeysSettings } from './keys-settings.tsx';
