import { IconFile, IconWorld } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { refresh, useReadPages } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, ErrorState, MoreButton, RowsSkeleton } from '../../../../ui/index.ts';
import { knowledgeTexts } from '../texts/texts.ts';
import { isBusy, SourceRow } from './source-row.tsx';

/** While one is being read, its progress is looked at. */
const LOOK_EVERY_MS = 1_500;

export function SourceList({ kind }: { kind: 'document' | 'page' }) {
  const t = useTexts(knowledgeTexts);
  const [busy, setBusy] = useState(false);
  const pages = useReadPages('knowledge.sources', { kind }, 'before', {
    refetchInterval: busy ? LOOK_EVERY_MS : false,
  });
  const sources = pages.data?.pages.flatMap((page) => page.sources);
  const reading = sources?.some(isBusy) ?? false;
  if (reading !== busy) setBusy(reading);
  useEffect(() => {
    if (!busy) void refresh('knowledge.list', 'knowledge.status');
  }, [busy]);
  if (pages.error && !sources) return <ErrorState error={pages.error} onRetry={pages.refetch} />;
  if (!sources) return <RowsSkeleton rows={3} height={60} avatar={false} />;
  if (sources.length === 0)
    return (
      <EmptyState
        icon={kind === 'page' ? <IconWorld size={26} stroke={1.6} /> : <IconFile size={26} stroke={1.6} />}
        title={t(`no_${kind}`)}
      >
        {t(`noText_${kind}`)}
      </EmptyState>
    );
  return (
    <>
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} />
      ))}
      <MoreButton pages={pages} />
    </>
  );
}
