import { ColorSwatch, Group, Select } from '@mantine/core';
import { useTexts } from '../../../text/index.ts';
import { swatchOf } from './swatch-of.ts';
import { placesTexts } from './texts/texts.ts';

const colors = ['gray', 'petroleo', 'caju', 'red', 'pink', 'grape', 'indigo', 'cyan', 'green', 'yellow'] as const;

/** From the palette, by name: a colour that is not one of these stays until another is chosen. */
export function ColorSelect({ value, onChange }: { value: string; onChange: (color: string) => void }) {
  const t = useTexts(placesTexts);
  return (
    <Select
      label={t('color')}
      data={colors.map((color) => ({ value: color, label: t(`c_${color}`) }))}
      value={value}
      onChange={(chosen) => onChange(chosen ?? 'gray')}
      allowDeselect={false}
      leftSection={<ColorSwatch size={14} color={swatchOf(value)} />}
      renderOption={({ option }) => (
        <Group gap="xs">
          <ColorSwatch size={14} color={swatchOf(option.value)} />
          {option.label}
        </Group>
      )}
    />
  );
}
