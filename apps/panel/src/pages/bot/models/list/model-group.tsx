import { patch, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Section, tell } from '../../../../ui/index.ts';
import { modelsTexts } from '../texts/texts.ts';
import type { Model, Purpose } from './model-draft.ts';
import { ModelRow } from './model-row.tsx';

/** The models of a purpose, in the order in which they are asked. */
export function ModelGroup({
  purpose,
  models,
  onEdit,
}: {
  purpose: Purpose;
  models: readonly Model[];
  onEdit: (model: Model) => void;
}) {
  const t = useTexts(modelsTexts);
  const order = useWrite('models.order', {
    refreshes: ['models.list'],
    onError: (problem) => tell.problem(problem),
  });
  if (models.length === 0) return null;
  const move = (from: number, to: number) => {
    const ids = models.map((one) => one.id);
    const [moved] = ids.splice(from, 1);
    if (moved === undefined) return;
    ids.splice(to, 0, moved);
    const place = new Map(ids.map((id, at) => [id, at]));
    patch('models.list', {}, (now) => ({
      models: now.models.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    }));
    order.mutate({ purpose, modelIds: ids });
  };
  return (
    <Section title={t(`purpose_${purpose}`)} lead={t(`purposeText_${purpose}`)}>
      {models.map((model, at) => (
        <ModelRow
          key={model.id}
          model={model}
          onEdit={() => onEdit(model)}
          onUp={at > 0 ? () => move(at, at - 1) : undefined}
          onDown={at < models.length - 1 ? () => move(at, at + 1) : undefined}
          place={models.length > 1 ? at + 1 : undefined}
        />
      ))}
    </Section>
  );
}
