import { api } from '../../../api/index.ts';
import { tell } from '../../../ui/index.ts';
import type { ShownMedia } from '../../thread-message.ts';
import { saveFrom } from './save-from.ts';

/** With a new link, always: it is asked for long after the message was read. */
export async function downloadMedia(media: ShownMedia | null): Promise<void> {
  if (media === null) return;
  try {
    const { url } = await api.call('media.link', { mediaId: media.id });
    saveFrom(url, media.fileName);
  } catch (error) {
    tell.problem(error);
  }
}
