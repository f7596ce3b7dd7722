import type { Output } from '../../../../api/index.ts';

export type Macro = Output<'macros.list'>['macros'][number];
export type MacroAction = Macro['actions'][number];
export type MacroDo = MacroAction['do'];

export const macroDos = [
  'send_canned',
  'send_text',
  'set_tags',
  'set_priority',
  'set_department',
  'assign_to_me',
  'note',
  'snooze',
  'resolve',
] as const satisfies readonly MacroDo[];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const snoozeMinutes = [60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60] as const;

/** A step just added: what has a usual value has it, the rest is to be filled in. */
export function newStep(what: MacroDo): MacroAction {
  switch (what) {
    case 'send_canned':
      return { do: what, cannedId: '' };
    case 'set_tags':
      return { do: what, add: [], remove: [] };
    case 'set_priority':
      return { do: what, priority: 'high' };
    case 'set_department':
      return { do: what, departmentId: '' };
    case 'snooze':
      return { do: what, minutes: 24 * 60 };
    case 'send_text':
    case 'note':
      return { do: what, text: '' };
    case 'assign_to_me':
    case 'resolve':
      return { do: what };
  }
}

/** Whether a step says all that it must. */
export function isWhole(step: MacroAction): boolean {
  switch (step.do) {
    case 'send_canned':
      return step.cannedId !== '';
    case 'send_text':
    case 'note':
      return step.text.trim() !== '';
    case 'set_tags':
      return step.add.length + step.remove.length > 0;
    case 'set_department':
      return step.departmentId !== '';
    default:
      return true;
  }
}

/** The same steps with one a place higher or lower. */
export function moved<One>(steps: readonly One[], at: number, by: -1 | 1): readonly One[] {
  const step = steps[at];
  const other = steps[at + by];
  if (step === undefined || other === undefined) return steps;
  return steps.map((one, n) => (n === at ? other : n === at + by ? step : one));
}
