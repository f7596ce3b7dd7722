import { VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowRight,
  IconCornerDownRight,
  IconGitBranch,
  IconHeadset,
  IconHourglass,
  IconList,
  IconMessage,
  IconPencil,
  IconPlugConnected,
  IconQuestionMark,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './diagram.module.css';
import { box, type Node, type Placed } from './lay-out.ts';

const icons: Readonly<Record<Node['kind'], TablerIcon>> = {
  reply: IconMessage,
  menu: IconList,
  ask: IconQuestionMark,
  goto: IconArrowRight,
  handoff: IconHeadset,
  if: IconGitBranch,
  when: IconGitBranch,
  set: IconPencil,
  http: IconPlugConnected,
  wait: IconHourglass,
  call: IconCornerDownRight,
  return: IconArrowBackUp,
  answer: IconSparkles,
};

const entrances = { start: 'startHere', intent: 'intentHere', always: 'alwaysHere' } as const;

interface Props {
  readonly node: Placed['nodes'][number];
  readonly chosen: boolean;
  readonly standing: boolean;
  readonly wrong: boolean;
  readonly onChoose: (line: number) => void;
}

export function StepBox({ node, chosen, standing, wrong, onChoose }: Props) {
  const t = useTexts(flowsTexts);
  const Icon = icons[node.kind];
  const kind = t(`k_${node.kind}`);
  return (
    <button
      type="button"
      className={classes.box}
      data-step={node.id}
      data-kind={node.kind}
      data-chosen={chosen || undefined}
      data-standing={standing || undefined}
      data-wrong={wrong || undefined}
      data-lost={!node.reachable || undefined}
      style={{ left: node.x, top: node.y, width: box.width, height: box.height }}
      title={node.text}
      onClick={() => onChoose(node.line)}
    >
      <span className={classes.name}>
        <Icon size={16} stroke={1.7} className={classes.icon} />
        <VisuallyHidden>{kind}</VisuallyHidden>
        <span className={classes.id}>{node.id}</span>
        <VisuallyHidden>
          {node.reachable ? '' : `${t('unreachable')}, `}
          {t('atLine', { line: node.line })}
        </VisuallyHidden>
      </span>
      <span className={classes.words}>{node.text === '' ? kind : node.text}</span>
      {node.entrance !== null && <span className={classes.entrance}>{t(entrances[node.entrance])}</span>}
    </button>
  );
}
