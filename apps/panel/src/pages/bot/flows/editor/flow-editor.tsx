import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { RowsSkeleton } from '../../../../ui/index.ts';
import { flowsTexts } from '../texts/texts.ts';
import { DryRunPane } from '../trying/dry-run-pane.tsx';
import { VersionsPane } from '../versions/versions-pane.tsx';
import type { EditorHandle } from '../writing/editor-handle.ts';
import classes from './editor.module.css';
import { EditorHead } from './editor-head.tsx';
import { EmptyFlow } from './empty-flow.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { type PaneName, PaneTabs } from './pane-tabs.tsx';
import { ProblemList } from './problem-list.tsx';
import { useCheck } from './use-check.ts';
import { type Got, useDraft } from './use-draft.ts';

const CodeEditor = lazy(async () => ({ default: (await import('../writing/code-editor.tsx')).CodeEditor }));
const DiagramView = lazy(async () => ({ default: (await import('../diagram/diagram-view.tsx')).DiagramView }));

/** Text on one side; its diagram, a test talk and the versions on the other. On a telephone, one after the other. */
export function FlowEditor({ flow, inForce }: { flow: Got['flow']; inForce: Got['version'] }) {
  const t = useTexts(flowsTexts);
  const mayWrite = useCan()('bot:write');
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false }) ?? false;
  const draft = useDraft(inForce);
  const checked = useCheck(draft.source);
  const [pane, setPane] = useState<PaneName>(narrow ? 'text' : 'diagram');
  const [line, setLine] = useState(1);
  const [standing, setStanding] = useState<string | null>(null);
  const editor = useRef<EditorHandle>(undefined);
  const asked = useRef<[number, number] | undefined>(undefined);
  const problems = useMemo(() => checked.check?.problems ?? [], [checked.check]);
  const nodes = checked.diagram?.nodes ?? [];
  const wrong = new Set(
    nodes
      .filter((node) => problems.some((one) => one.severity === 'error' && stepOf(nodes, one.line) === node.id))
      .map((node) => node.id),
  );
  const goTo = (toLine: number, column = 1) => {
    if (narrow && pane !== 'text') {
      asked.current = [toLine, column]; // the editor is not there yet: it goes when it is
      setPane('text');
    } else editor.current?.goTo(toLine, column);
  };
  if (draft.source === '' && !draft.dirty)
    return (
      <>
        <EditorHead flow={flow} draft={draft} checked={checked} />
        <EmptyFlow mayWrite={mayWrite} onUse={(source) => draft.open(source)} />
      </>
    );
  const shown = narrow ? pane : pane === 'text' ? 'diagram' : pane;
  const text = (
    <div className={classes.textPane}>
      <div className={classes.text}>
        <Suspense fallback={<RowsSkeleton />}>
          <CodeEditor
            value={draft.source}
            label={t('editorLabel')}
            problems={problems}
            steps={nodes.map((node) => node.id)}
            readOnly={!mayWrite}
            onChange={draft.write}
            onLine={setLine}
            onReady={(handle) => {
              editor.current = handle;
              if (asked.current) handle.goTo(...asked.current);
              asked.current = undefined;
            }}
          />
        </Suspense>
      </div>
      <ProblemList checked={checked} onChoose={(problem) => goTo(problem.line, problem.column)} />
      <p className={classes.hint}>{t('editorHint')}</p>
    </div>
  );
  return (
    <div className={classes.page}>
      <LeaveGuard dirty={draft.dirty} />
      <EditorHead flow={flow} draft={draft} checked={checked} />
      <div className={classes.panes} data-narrow={narrow || undefined}>
        {!narrow && text}
        <div className={classes.side}>
          <PaneTabs value={shown} withText={narrow} onChange={setPane} />
          <div className={classes.sideBody} role="tabpanel" aria-label={t(shown === 'try' ? 'tryIt' : shown)}>
            {shown === 'text' && text}
            {shown === 'diagram' && (
              <Suspense fallback={<RowsSkeleton />}>
                <DiagramView
                  diagram={checked.diagram}
                  old={checked.diagramIsOld}
                  chosen={stepOf(nodes, line)}
                  standing={standing}
                  wrong={wrong}
                  onChoose={goTo}
                />
              </Suspense>
            )}
            <div hidden={shown !== 'try'} className={classes.fill}>
              <DryRunPane
                source={draft.source}
                valid={checked.check?.valid ?? false}
                nodes={nodes}
                shown={shown === 'try'}
                onStanding={setStanding}
              />
            </div>
            {shown === 'versions' && <VersionsPane flow={flow} draft={draft} mayWrite={mayWrite} />}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The step whose lines a line is among. */
function stepOf(nodes: readonly { id: string; line: number }[], line: number): string | null {
  let found: { id: string; line: number } | undefined;
  for (const node of nodes) if (node.line <= line && (found === undefined || node.line > found.line)) found = node;
  return found?.id ?? null;
}
