import { Table } from '@mantine/core';
import type { Output } from '../../../../api/index.ts';
import { count, percent } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { TextLink } from '../../../../ui/index.ts';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';

/** The weakest first: there a few more sentences help most. */
export function PerIntent({ intents }: { intents: Output<'intents.evaluation'>['intents'] }) {
  const t = useTexts(intentsTexts);
  const language = useLanguage();
  const share = (value: number | null) => (value === null ? '–' : percent(value, language));
  return (
    <Table.ScrollContainer minWidth={380}>
      <Table className={classes.number ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('intent')}</Table.Th>
            <Table.Th>{t('recall')}</Table.Th>
            <Table.Th>{t('precision')}</Table.Th>
            <Table.Th>{t('sentencesWord')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {intents
            .toSorted((a, b) => (a.recall ?? 2) - (b.recall ?? 2))
            .map((one) => (
              <Table.Tr key={one.key}>
                <Table.Td>
                  <TextLink to="/bot/$section/$item" params={{ section: 'intents', item: one.key }} size="sm">
                    {one.name}
                  </TextLink>
                </Table.Td>
                <Table.Td>{share(one.recall)}</Table.Td>
                <Table.Td>{share(one.precision)}</Table.Td>
                <Table.Td>{count(one.examples, language)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
