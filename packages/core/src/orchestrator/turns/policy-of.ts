import { type Bot, dueAfter, nextOpening, openNow } from '../../governance/index.ts';
import type { Policy } from '../machine/facts.ts';

const MINUTE_MS = 60_000;

/** The company's decisions as a turn needs them, at this instant. */
export function policyOf(bot: Bot, now: Date): Policy {
  const { handoff, idle, hours, timeZone, persona } = bot;
  const open = openNow(hours, timeZone, now);
  const opensAt = open ? null : nextOpening(hours, timeZone, now);
  return {
    version: String(bot.version),
    failures: handoff.failures,
    angerAt: handoff.anger ? handoff.angerAt : null,
    handoffIntents: handoff.intents,
    departmentId: handoff.departmentId,
    departments: handoff.departments,
    nudgeMs: idle.nudgeMinutes * MINUTE_MS,
    closeMs: idle.closeMinutes * MINUTE_MS,
    rating: bot.rating.on,
    personName: nameOf(persona.name, bot.companyName),
    timeZone,
    hours: {
      open,
      opensAt: opensAt?.getTime() ?? null,
      answerDueAt: dueAfter(hours, timeZone, now, handoff.answerMinutes)?.getTime() ?? null,
    },
  };
}

const nameOf = (own: string, company: string): string => {
  if (own !== '' && company !== '') return `${own}, da ${company}`;
  return own;
};
