import { Button, Center, Text } from '@mantine/core';
import { useReadPages } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded, RelativeTime, Section, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';
import { useNameOf } from './use-name-of.ts';

export function HistorySection({ contactId }: { contactId: string }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const nameOf = useNameOf();
  const pages = useReadPages('contacts.history', { id: contactId, limit: 20 });
  return (
    <Section title={t('history')}>
      <Loaded read={pages}>
        {({ pages: read }) => {
          const entries = read.flatMap((page) => page.entries);
          if (entries.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {t('historyNone')}
              </Text>
            );
          return entries.map((entry) => (
            <div key={entry.id} className={classes.line}>
              <div className={classes.lineText}>
                <Text size="sm">{t(`h_${entry.kind}`)}</Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {[entry.actor?.kind === 'person' ? nameOf(entry.actor) : null, entry.text]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </Text>
              </div>
              <RelativeTime at={entry.at} />
            </div>
          ));
        }}
      </Loaded>
      {pages.hasNextPage && (
        <Center mt="sm">
          <Button
            variant="subtle"
            size="xs"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {ui('more')}
          </Button>
        </Center>
      )}
    </Section>
  );
}
