export { FieldsSettings } from './fields-settings.tsx';
