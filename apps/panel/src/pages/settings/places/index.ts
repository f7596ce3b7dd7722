export { PlacesSettings } from './places-settings.tsx';
export { TagsSettings } from './tags-settings.tsx';
