import type { BaseRole } from '@balcao/contract';
import { Select } from '@mantine/core';
import { useRead } from '../../../api/index.ts';
import { useMember } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { baseRoleWords } from './scope-words.ts';
import { wordTexts } from './texts/texts.ts';

export interface RoleChoice {
  readonly role: BaseRole | 'custom';
  readonly customRoleId?: string;
}

/** A role as a person calls it. */
export function useRoleName(): (role: BaseRole | 'custom', roleName: string | null) => string {
  const t = useTexts(wordTexts);
  return (role, roleName) => (role === 'custom' ? (roleName ?? '') : t(baseRoleWords[role].name));
}

/** Every role that may be given; only an owner makes owners. */
export function RoleSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: RoleChoice;
  onChange: (choice: RoleChoice) => void;
}) {
  const t = useTexts(wordTexts);
  const { role: mine } = useMember();
  const { data } = useRead('roles.list', {});
  const base = (Object.keys(baseRoleWords) as BaseRole[]) // the keys of a const object are its type's
    .filter((role) => role !== 'owner' || mine === 'owner')
    .map((role) => ({ value: role as string, label: t(baseRoleWords[role].name) }));
  const custom = (data?.custom ?? []).map((one) => ({ value: one.id, label: one.name }));
  const about = value.role === 'custom' ? undefined : t(baseRoleWords[value.role].about);
  const choose = (chosen: string | null) => {
    const found = (Object.keys(baseRoleWords) as BaseRole[]).find((role) => role === chosen); // as above
    if (found) onChange({ role: found });
    else if (chosen !== null) onChange({ role: 'custom', customRoleId: chosen });
  };
  return (
    <Select
      label={label}
      data={[...base, ...custom]}
      value={value.customRoleId ?? value.role}
      allowDeselect={false}
      inputWrapperOrder={['label', 'input', 'description']}
      description={about}
      onChange={choose}
    />
  );
}
