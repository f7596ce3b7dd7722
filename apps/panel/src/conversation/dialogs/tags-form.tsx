import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { FormEnd, type FormProps, useBusy } from './form-end.tsx';

/** Of one ticket all tags; to many the chosen ones are added. */
export function TagsForm({ tickets, act, cancel }: FormProps) {
  const t = useTexts(conversationTexts);
  const ui = useTexts(uiTexts);
  const { tags } = useDesk();
  const [only] = tickets.length === 1 ? tickets : [];
  const [chosen, setChosen] = useState<string[]>(only?.tagIds ?? []);
  const { busy, run } = useBusy(act);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run(only ? { do: 'set-tags', tagIds: chosen } : { do: 'add-tags', tagIds: chosen });
      }}
    >
      <MultiSelect
        label={t('tags')}
        placeholder={t('tagsChoose')}
        data={[...tags.values()].map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage={t('nothingFound')}
        data-autofocus
      />
      <FormEnd yes={ui('save')} busy={busy} cancel={cancel} disabled={!only && chosen.length === 0} />
    </form>
  );
}
