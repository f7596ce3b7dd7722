import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../../ui/index.ts';
import { SharingFields } from '../shared/sharing-fields.tsx';
import classes from '../shared/writing.module.css';
import { writingTexts } from '../texts/texts.ts';
import { isWhole, type Macro, type MacroAction, macroDos, moved, newStep } from './macro-actions.ts';
import { StepFields } from './step-fields.tsx';

interface Step {
  readonly key: string;
  readonly action: MacroAction;
}

const stepOf = (action: MacroAction): Step => ({ key: crypto.randomUUID(), action });

export function MacroDialog({ of, onClose }: { of: Macro | undefined; onClose(): void }): ReactNode {
  const t = useTexts(writingTexts);
  const ui = useTexts(uiTexts);
  const mayShare = useCan()('desk:write');
  const [name, setName] = useState(of?.name ?? '');
  const [steps, setSteps] = useState<readonly Step[]>(() => (of?.actions ?? []).map(stepOf));
  const [sharing, setSharing] = useState({
    personal: of === undefined ? !mayShare : of.ownerId !== null,
    departmentIds: of?.departmentIds ?? ([] as readonly string[]),
  });
  const [problem, setProblem] = useState<unknown>(undefined);
  const [told, setTold] = useState(false);
  const save = useWrite('macros.save', { refreshes: ['macros.list'] });
  const unfinished = steps.findIndex(({ action }) => !isWhole(action));
  const submit = async () => {
    setTold(true);
    if (unfinished !== -1) return;
    try {
      await save.mutateAsync({
        ...(of === undefined ? {} : { id: of.id }),
        name: name.trim(),
        actions: steps.map(({ action }) => action),
        departmentIds: sharing.personal ? [] : [...sharing.departmentIds],
        personal: sharing.personal,
      });
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': ui('close') }}
      size="lg"
      title={of === undefined ? t('macroNew') : t('edit', { name: of.name })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('macroName')}
            value={name}
            maxLength={100}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" fw={600}>
            {t('steps')}
          </Text>
          <Steps steps={steps} onSteps={setSteps} />
          <SharingFields value={sharing} onChange={setSharing} />
          {told && unfinished !== -1 ? (
            <Text size="sm" c="var(--b-danger)" role="alert">
              {t('stepBad', { n: unfinished + 1 })}
            </Text>
          ) : null}
          <FormProblem problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || steps.length === 0}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Steps({ steps, onSteps }: { steps: readonly Step[]; onSteps(steps: readonly Step[]): void }): ReactNode {
  const t = useTexts(writingTexts);
  return (
    <>
      {steps.map((step, at) => (
        <div key={step.key} className={classes.step}>
          <div className={classes.stepFields}>
            <Text size="sm" fw={600}>
              {at + 1}. {t(`do_${step.action.do}`)}
            </Text>
            <StepFields
              action={step.action}
              onChange={(action) => onSteps(steps.map((one) => (one.key === step.key ? { ...one, action } : one)))}
            />
          </div>
          <ActionIcon
            aria-label={t('stepUp', { n: at + 1 })}
            disabled={at === 0}
            onClick={() => onSteps(moved(steps, at, -1))}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('stepDown', { n: at + 1 })}
            disabled={at === steps.length - 1}
            onClick={() => onSteps(moved(steps, at, 1))}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('removeStep', { n: at + 1 })}
            onClick={() => onSteps(steps.filter((one) => one.key !== step.key))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {steps.length < 20 ? (
        <Group>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-md" variant="light" leftSection={<IconPlus size={16} />}>
                {t('addStep')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {macroDos.map((what) => (
                <Menu.Item key={what} onClick={() => onSteps([...steps, stepOf(newStep(what))])}>
                  {t(`do_${what}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      ) : null}
    </>
  );
}
