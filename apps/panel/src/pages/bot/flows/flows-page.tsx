import { useParams } from '@tanstack/react-router';
import { FlowEditorPage } from './editor/flow-editor-page.tsx';
import { FlowList } from './list/flow-list.tsx';

/** The flows of all channels, or the one that is open. */
export function FlowsPage() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <FlowList /> : <FlowEditorPage key={item} channelId={item} />;
}
