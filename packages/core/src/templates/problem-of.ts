import { readShape } from './read-shape.ts';
import type { TemplateProblem } from './sentences.ts';
import type { Template } from './types.ts';

/** Meta's words for a template that may be sent; REINSTATED and FLAGGED come by webhook only. */
const sendable: readonly string[] = ['APPROVED', 'REINSTATED', 'FLAGGED'];
const reasons: Readonly<Record<string, TemplateProblem>> = {
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  LIMIT_EXCEEDED: 'disabled',
  DISABLED: 'disabled',
  LOCKED: 'disabled',
  PENDING_DELETION: 'gone',
  DELETED: 'gone',
};

/** Why a template cannot be sent now; undefined when it can. */
export function problemOf(template: Pick<Template, 'status' | 'goneAt' | 'components'>): TemplateProblem | undefined {
  if (template.goneAt !== null) return 'gone';
  if (!sendable.includes(template.status)) return reasons[template.status] ?? 'pending';
  return readShape(template.components).foreign ? 'foreign' : undefined;
}
