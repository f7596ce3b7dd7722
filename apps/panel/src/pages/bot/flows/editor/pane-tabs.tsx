import { SegmentedControl } from '@mantine/core';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';

export type PaneName = 'text' | 'diagram' | 'try' | 'versions';

export function PaneTabs({
  value,
  withText,
  onChange,
}: {
  value: PaneName;
  withText: boolean;
  onChange: (pane: PaneName) => void;
}) {
  const t = useTexts(flowsTexts);
  const data = [
    ...(withText ? [{ value: 'text' as const, label: t('text') }] : []),
    { value: 'diagram' as const, label: t('diagram') },
    { value: 'try' as const, label: t('tryIt') },
    { value: 'versions' as const, label: t('versions') },
  ];
  return <SegmentedControl fullWidth size="xs" radius={0} data={data} value={value} onChange={onChange} />;
}
