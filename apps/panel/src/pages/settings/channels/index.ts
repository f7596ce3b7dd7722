export { ChannelsSettings } from './channels-settings.tsx';
