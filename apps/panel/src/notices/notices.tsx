import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Where `tell` shows its words. Fetched after the first page: what was told before waits in its queue. */
export function Notices() {
  return <Notifications position="bottom-right" limit={4} />;
}
