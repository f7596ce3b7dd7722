import { useRead } from '../../../../api/index.ts';
import { Loaded } from '../../../../ui/index.ts';
import { FlowEditor } from './flow-editor.tsx';

/** What is in force is read once and begun from; a version published meanwhile by somebody else does not sweep the text away. */
export function FlowEditorPage({ channelId }: { channelId: string }) {
  const read = useRead('flows.get', { channelId });
  return <Loaded read={read}>{({ flow, version }) => <FlowEditor flow={flow} inForce={version} />}</Loaded>;
}
