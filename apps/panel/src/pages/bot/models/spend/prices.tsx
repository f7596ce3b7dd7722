import { ActionIcon, Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { keyOf, type Output, queryClient, refresh, useRead, useWrite } from '../../../../api/index.ts';
import { dollars } from '../../../../bot-words/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { Loaded, RowsSkeleton, Section, tell } from '../../../../ui/index.ts';
import type { Model } from '../list/model-draft.ts';
import classes from '../models.module.css';
import { modelsTexts } from '../texts/texts.ts';
import { EditPrice } from './edit-price.tsx';

type Price = Output<'prices.list'>['prices'][number];

/** By what costs are estimated: the company's own prices and those of the models that it uses. */
export function Prices({ models }: { models: readonly Model[] }) {
  const t = useTexts(modelsTexts);
  const mayWrite = useCan()('bot:write');
  const read = useRead('prices.list', {});
  const [adding, setAdding] = useState(false);
  const used = new Set(models.map((one) => one.price.model));
  return (
    <Section
      title={t('prices')}
      lead={t('pricesLead')}
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('addPrice')}
          </Button>
        )
      }
    >
      <Loaded read={read} skeleton={<RowsSkeleton rows={3} avatar={false} />}>
        {({ prices }) => (
          <Table.ScrollContainer minWidth={420}>
            <Table className={classes.number ?? ''}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('model')}</Table.Th>
                  <Table.Th>{t('input')}</Table.Th>
                  <Table.Th>{t('output')}</Table.Th>
                  <Table.Th>{t('since')}</Table.Th>
                  {mayWrite && (
                    <Table.Th>
                      <VisuallyHidden>{t('removePriceShort')}</VisuallyHidden>
                    </Table.Th>
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {prices
                  .filter((one) => one.by === 'company' || used.has(one.model))
                  .map((one) => (
                    <PriceRow key={`${one.by} ${one.model} ${one.from}`} price={one} mayWrite={mayWrite} />
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      {adding && <EditPrice models={models} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function PriceRow({ price, mayWrite }: { price: Price; mayWrite: boolean }) {
  const t = useTexts(modelsTexts);
  const language = useLanguage();
  const remove = useWrite('prices.remove', {
    onSuccess: (fresh) => {
      queryClient.setQueryData(keyOf('prices.list', {}), fresh);
      void refresh('models.list');
    },
    onError: (problem) => tell.problem(problem),
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          {price.model}
          {price.by === 'company' && (
            <Badge size="sm" variant="light">
              {t('ownPrice')}
            </Badge>
          )}
        </Group>
        {price.source !== '' && (
          <Text size="xs" c="dimmed" className={classes.wrap ?? ''}>
            {price.source}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{dollars(price.inputMicros, language)}</Table.Td>
      <Table.Td>{dollars(price.outputMicros, language)}</Table.Td>
      <Table.Td>{new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(new Date(price.from))}</Table.Td>
      {mayWrite && (
        <Table.Td>
          {price.by === 'company' && (
            <ActionIcon
              aria-label={t('removePrice', { model: price.model })}
              loading={remove.isPending}
              onClick={() => remove.mutate({ model: price.model, from: price.from })}
            >
              <IconTrash size={18} stroke={1.7} />
            </ActionIcon>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}
