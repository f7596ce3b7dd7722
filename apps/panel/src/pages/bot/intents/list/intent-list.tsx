import { Badge, Switch, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Loaded, RowsSkeleton, Section } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';
import { borderWords } from './border-words.ts';

export function IntentList() {
  const t = useTexts(intentsTexts);
  const read = useRead('intents.list', {});
  const [archived, setArchived] = useState(false);
  return (
    <Section title={t('tab_list')} quiet>
      <Loaded read={read} skeleton={<RowsSkeleton rows={8} height={60} avatar={false} />}>
        {({ intents }) => (
          <>
            {intents
              .filter((one) => archived || !one.archived)
              .map((one) => (
                <Link
                  key={one.key}
                  to="/bot/$section/$item"
                  params={{ section: 'intents', item: one.key }}
                  className={classes.row}
                >
                  <div className={classes.words}>
                    <Text size="sm" fw={600}>
                      {one.name}{' '}
                      {!one.starting && (
                        <Badge size="sm" variant="light">
                          {t('own')}
                        </Badge>
                      )}
                      {one.archived && (
                        <Badge size="sm" variant="default">
                          {t('archived')}
                        </Badge>
                      )}
                    </Text>
                    <Text size="xs" c="dimmed" lineClamp={1}>
                      {borderWords(one.border, intents)}
                    </Text>
                  </div>
                  <Text size="xs" c="dimmed" className={classes.number ?? ''}>
                    {t('sentences', { count: one.examples.starting + one.examples.own })}
                    {one.examples.own > 0 && one.starting && ` (${t('ownOnes', { count: one.examples.own })})`}
                  </Text>
                  <IconChevronRight size={16} stroke={1.6} aria-hidden />
                </Link>
              ))}
            {intents.some((one) => one.archived) && (
              <Switch
                mt="md"
                label={t('showArchived')}
                checked={archived}
                onChange={(event) => setArchived(event.currentTarget.checked)}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
