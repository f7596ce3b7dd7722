import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/**
 * Where `tell` shows its words: at the top, away from the composer and its send button.
 * Fetched after the first page: what was told before waits in its queue.
 */
export function Notices() {
  return <Notifications position="top-center" limit={3} />;
}
