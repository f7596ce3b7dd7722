import { SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';

/** One of a few: side by side where there is room, one under the other on a telephone. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
}) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const choose = (chosen: string | null) => {
    const found = options.find((one) => one.value === chosen);
    if (found) onChange(found.value);
  };
  return narrow ? (
    <Select aria-label={label} value={value} data={[...options]} allowDeselect={false} onChange={choose} />
  ) : (
    <SegmentedControl aria-label={label} value={value} data={[...options]} onChange={choose} />
  );
}
