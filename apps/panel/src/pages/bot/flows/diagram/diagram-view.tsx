import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../../../text/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import classes from './diagram.module.css';
import { Edges } from './edges.tsx';
import { type Diagram, layOut } from './lay-out.ts';
import { StepBox } from './step-box.tsx';

interface Props {
  readonly diagram: Diagram | null;
  /** The text cannot be read just now: this is how it was. */
  readonly old: boolean;
  /** The step in which the cursor stands. */
  readonly chosen: string | null;
  /** The step in which the test talk stands. */
  readonly standing: string | null;
  readonly wrong: ReadonlySet<string>;
  readonly onChoose: (line: number) => void;
}

const zooms = { least: 0.3, most: 1.6, step: 1.25 } as const;

/** The flow as boxes and arrows. A step leads to its line; the arrows of the keyboard lead from step to step. */
export function DiagramView({ diagram, old, chosen, standing, wrong, onChoose }: Props) {
  const t = useTexts(flowsTexts);
  const pane = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [room, setRoom] = useState(0);
  const placed = useMemo(() => (diagram === null || diagram.nodes.length === 0 ? null : layOut(diagram)), [diagram]);
  useEffect(() => {
    const shown = pane.current;
    if (shown === null) return undefined;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    watch.observe(shown);
    return () => watch.disconnect();
  }, []);
  const fitting = placed === null || room === 0 ? 1 : Math.min(1, Math.max(0.7, room / placed.width));
  const scale = zoom === 'fit' ? fitting : zoom;
  useEffect(() => {
    const found = chosen === null ? null : pane.current?.querySelector(`[data-step="${CSS.escape(chosen)}"]`);
    if (found && !pane.current?.contains(document.activeElement))
      found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const change = (by: number) => setZoom(Math.min(zooms.most, Math.max(zooms.least, scale * by)));
  return (
    <div className={classes.whole}>
      <div ref={pane} className={classes.pane} data-old={old || undefined}>
        {placed === null ? (
          <Text c="dimmed" size="sm" p="md">
            {t('diagramEmpty')}
          </Text>
        ) : (
          <div style={{ width: placed.width * scale, height: placed.height * scale }} className={classes.room}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons within it */}
            <div
              role="group"
              aria-label={t('diagramLabel', { count: placed.nodes.length })}
              className={classes.sheet}
              style={{ width: placed.width, height: placed.height, transform: `scale(${scale})` }}
              onKeyDown={walkWithArrows}
            >
              <Edges placed={placed} chosen={chosen} />
              {placed.nodes.map((node) => (
                <StepBox
                  key={node.id}
                  node={node}
                  chosen={node.id === chosen}
                  standing={node.id === standing}
                  wrong={wrong.has(node.id)}
                  onChoose={onChoose}
                />
              ))}
            </div>
          </div>
        )}
      </div>
      <Group gap={4} className={classes.tools ?? ''}>
        {old && (
          <Text size="xs" className={classes.note ?? ''}>
            {t('diagramOld')}
          </Text>
        )}
        <ActionIcon variant="default" aria-label={t('zoomOut')} onClick={() => change(1 / zooms.step)}>
          <IconMinus size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('zoomIn')} onClick={() => change(zooms.step)}>
          <IconPlus size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('zoomFit')}
          onClick={() => setZoom(placed === null ? 'fit' : Math.max(zooms.least, Math.min(1, room / placed.width)))}
        >
          <IconArrowsMaximize size={16} stroke={1.7} />
        </ActionIcon>
      </Group>
    </div>
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** To the nearest box in that direction. */
function walkWithArrows(event: KeyboardEvent<HTMLDivElement>): void {
  const move = moves[event.key];
  const from = document.activeElement;
  if (move === undefined || !(from instanceof HTMLElement) || from.dataset.step === undefined) return;
  event.preventDefault();
  const centre = (one: Element) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const here = centre(from);
  let best: { box: HTMLElement; far: number } | undefined;
  for (const box of event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')) {
    const there = centre(box);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const ahead = x * move[0] + y * move[1];
    const aside = Math.abs(x * move[1]) + Math.abs(y * move[0]);
    if (ahead > 4 && (best === undefined || ahead + aside * 2 < best.far)) best = { box, far: ahead + aside * 2 };
  }
  best?.box.focus();
}
