import { useParams } from '@tanstack/react-router';
import { IntentsHome } from './intents-home.tsx';
import { IntentPage } from './list/intent-page.tsx';

/** What customers may want: all of it, or one with its sentences at /bot/intents/<key>. */
export function BotIntents() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <IntentsHome /> : <IntentPage key={item} intentKey={item} />;
}
