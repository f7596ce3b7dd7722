import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconFileDownload, IconFileUpload, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { PageHeader } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import { ContactRows } from './contact-rows.tsx';
import classes from './contacts.module.css';
import { type Filters, FiltersBar, isFiltered, noFilters } from './filters-bar.tsx';
import { NewContact } from './new-contact.tsx';

const ImportDialog = lazy(() => import('../files/import-dialog.tsx').then((file) => ({ default: file.ImportDialog })));
const ExportDialog = lazy(() => import('../files/export-dialog.tsx').then((file) => ({ default: file.ExportDialog })));

export function ContactsPage() {
  const t = useTexts(contactsTexts);
  const can = useCan();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [asked] = useDebouncedValue(filters, 180);
  const [adding, add] = useDisclosure(false);
  const [importing, imports] = useDisclosure(false);
  const [exporting, exports] = useDisclosure(false);
  const { order: _order, ...which } = asked;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('contacts')}
        lead={t('lead')}
        actions={
          <Group gap="xs">
            {can('contacts:export') && (
              <Button
                variant="default"
                leftSection={<IconFileDownload size={18} stroke={1.7} />}
                onClick={exports.open}
              >
                {t('export')}
              </Button>
            )}
            {can('contacts:import') && (
              <Button variant="default" leftSection={<IconFileUpload size={18} stroke={1.7} />} onClick={imports.open}>
                {t('import')}
              </Button>
            )}
            {can('contacts:write') && (
              <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={add.open}>
                {t('new')}
              </Button>
            )}
          </Group>
        }
      />
      <FiltersBar filters={filters} onChange={setFilters} />
      <HowMany filters={which} />
      <ContactRows filters={asked} filtered={isFiltered(asked)} onClear={() => setFilters(noFilters)} />
      <NewContact opened={adding} onClose={add.close} />
      <Suspense>
        {importing && <ImportDialog onClose={imports.close} />}
        {exporting && <ExportDialog filters={which} onClose={exports.close} />}
      </Suspense>
    </div>
  );
}

function HowMany({ filters }: { filters: Omit<Filters, 'order'> }) {
  const t = useTexts(contactsTexts);
  const language = useLanguage();
  const { data } = useRead('contacts.count', filters, { keepPrevious: true });
  const number = new Intl.NumberFormat(language).format(data?.count ?? 0);
  const said = data?.capped ? t('countMore', { count: number }) : t('count', { count: data?.count ?? 0 });
  return (
    <Text size="xs" c="dimmed" mb={8} h={18} aria-live="polite">
      {data === undefined || data.count === 0 ? '' : said}
    </Text>
  );
}
