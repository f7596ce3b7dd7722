import { errorCodes, errorSentence, type Language, type Problem, type ProblemIssue } from '@balcao/contract';
import { type Fault, toFault } from './errors.ts';
import { mask } from './log/index.ts';

const inside = new Set(['internal', 'unavailable', 'provider_failed']);
const maxIssues = 20;

/** An error as application/problem+json. What happened inside stays inside: those codes carry their sentence only. */
export function toProblem(error: unknown, language: Language): Problem {
  const fault = toFault(error);
  const issues = inside.has(fault.code) ? [] : readIssues(fault.data.issues);
  return {
    type: `urn:balcao:error:${fault.code}`,
    title: errorSentence(fault.code, language),
    status: errorCodes[fault.code].status,
    code: fault.code,
    ...(inside.has(fault.code) ? {} : { detail: mask(fault.message) }),
    ...(issues.length > 0 ? { issues } : {}),
    ...readHolder(fault),
    ...(fault.retryAfter === undefined ? {} : { retryAfter: Math.max(1, Math.ceil(fault.retryAfter)) }),
  };
}

function readIssues(issues: unknown): ProblemIssue[] {
  if (!Array.isArray(issues)) return [];
  return issues.slice(0, maxIssues).flatMap((issue: { path?: unknown; problem?: unknown } | null) => {
    if (typeof issue?.path !== 'string' || typeof issue.problem !== 'string') return [];
    return [{ path: mask(issue.path), problem: mask(issue.problem) }];
  });
}

/** A colleague's name, told to their colleagues. */
function readHolder({ code, data: { holder } }: Fault): Pick<Problem, 'holder'> {
  if (code !== 'already_claimed' || typeof holder !== 'object' || holder === null) return {};
  if (!('id' in holder && 'name' in holder)) return {};
  return { holder: { id: String(holder.id), name: String(holder.name) } };
}
