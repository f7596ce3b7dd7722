import { useParams } from '@tanstack/react-router';
import { PromptPage } from './prompt-page.tsx';
import { PromptsHome } from './prompts-home.tsx';

/** What models are told to be: its versions, or one of them at /bot/prompts/<id>. */
export function BotPrompts() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <PromptsHome /> : <PromptPage key={item} id={item} />;
}
