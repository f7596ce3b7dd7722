import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../../text/index.ts';
import { GroupForm, type Settings } from './group-form.tsx';
import { workTexts } from './texts/texts.ts';
import classes from './work.module.css';

const tones = ['friendly', 'neutral', 'formal'] as const;

export function PersonaForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  return (
    <GroupForm title={t('persona')} lead={t('personaLead')} saved={saved} subjects={['persona']}>
      {({ settings: { persona }, change }) => (
        <>
          <div className={classes.half}>
            <TextInput
              label={t('name')}
              placeholder={t('namePlaceholder')}
              value={persona.name}
              maxLength={60}
              onChange={(event) => change('persona', { name: event.currentTarget.value })}
            />
            <Select
              label={t('tone')}
              data={tones.map((one) => ({ value: one, label: t(`tone_${one}`) }))}
              value={persona.tone}
              allowDeselect={false}
              onChange={(chosen) => change('persona', { tone: tones.find((one) => one === chosen) ?? 'friendly' })}
            />
          </div>
          <Textarea
            label={t('about')}
            description={t('aboutHint')}
            placeholder={t('aboutPlaceholder')}
            value={persona.about}
            maxLength={2000}
            autosize
            minRows={3}
            maxRows={10}
            onChange={(event) => change('persona', { about: event.currentTarget.value })}
          />
          <Switch
            label={t('emoji')}
            checked={persona.emoji}
            onChange={(event) => change('persona', { emoji: event.currentTarget.checked })}
          />
        </>
      )}
    </GroupForm>
  );
}
