import { useParams } from '@tanstack/react-router';
import { ToolPage } from './tool-page.tsx';
import { ToolsHome } from './tools-home.tsx';

/** What the bot may do besides talking: all of it, or one tool at /bot/tools/<id> (or its kind, for a new one). */
export function BotTools() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <ToolsHome /> : <ToolPage key={item} item={item} />;
}
