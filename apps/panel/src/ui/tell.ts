import { notifications } from '@mantine/notifications';
import { sayIn } from '../text/index.ts';
import { problemSentence } from './problem-sentence.ts';
import { uiTexts } from './texts/texts.ts';

/** Short words in the corner: that something was done, or why not. What stands next to a field is told there instead. */
export const tell = {
  done(message: string): void {
    notifications.show({ message, color: 'petroleo', withBorder: true, autoClose: 3_500 });
  },
  /** Fits `onError` as it is; a second word that is a text becomes the title. */
  problem(error: unknown, title?: unknown): void {
    const heading = typeof title === 'string' ? title : sayIn(uiTexts)('failed');
    notifications.show({
      title: heading,
      message: problemSentence(error),
      color: 'red',
      withBorder: true,
      autoClose: 8_000,
    });
  },
};
