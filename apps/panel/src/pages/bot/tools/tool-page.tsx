import { useRead } from '../../../api/index.ts';
import { NotFoundPage } from '../../../shell/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded, RowsSkeleton, TextLink } from '../../../ui/index.ts';
import { toolsTexts } from './texts/texts.ts';
import { draftOf, newDraft, toolKinds } from './tool-draft.ts';
import { ToolForm } from './tool-form.tsx';
import { TryTool } from './try-tool.tsx';

export function ToolPage({ item }: { item: string }) {
  const t = useTexts(toolsTexts);
  const read = useRead('tools.list', {});
  const kind = toolKinds.find((one) => item === `new-${one}`);
  return (
    <>
      <TextLink to="/bot/$section" params={{ section: 'tools' }} size="sm" visibleFrom="sm" mb="xs" display="block">
        ← {t('title')}
      </TextLink>
      {kind !== undefined ? (
        <ToolForm first={newDraft(kind, t(`model_${kind}`))} />
      ) : (
        <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
          {({ tools }) => {
            const tool = tools.find((one) => one.id === item);
            if (!tool) return <NotFoundPage />;
            return (
              <>
                <ToolForm key={tool.updatedAt} first={draftOf(tool)} />
                <TryTool tool={tool} />
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
