import { Text, UnstyledButton } from '@mantine/core';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Loaded, Section } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './editor.module.css';

/** A channel without a flow begins with a template. */
export function EmptyFlow({ mayWrite, onUse }: { mayWrite: boolean; onUse: (source: string) => void }) {
  const t = useTexts(flowsTexts);
  const read = useRead('flows.templates', {});
  if (!mayWrite) return <Text c="dimmed">{t('noFlow')}</Text>;
  return (
    <Section title={t('templatesText')}>
      <Loaded read={read}>
        {({ templates }) => (
          <div className={classes.templates}>
            {templates.map(({ id, source }) => (
              <UnstyledButton key={id} className={classes.template ?? ''} onClick={() => onUse(source)}>
                <Text fw={600}>{t(`tpl_${id}`)}</Text>
                <Text size="sm" c="dimmed">
                  {t(`tpl_${id}Text`)}
                </Text>
              </UnstyledButton>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
