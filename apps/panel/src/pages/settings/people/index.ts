export { PeopleSettings } from './people-settings.tsx';
