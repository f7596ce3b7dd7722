import type { Scope } from '@balcao/contract';
import {
  IconAdjustments,
  IconBooks,
  IconChartBar,
  IconFileDescription,
  IconFlask,
  IconMessageQuestion,
  IconRoute,
  IconSparkles,
  IconTargetArrow,
  IconTool,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import type { pt } from '../texts/texts.pt.ts';

/*
 * The slots of the bot's pages. A new one: a folder beside whose index.ts exports its component (Sections, without a Page around),
 * and a row here. It is shown to whoever has the scope, at /bot/<id>, and /bot/<id>/<item> for one thing of it.
 */
export interface BotSection {
  readonly id: string;
  readonly label: keyof typeof pt;
  readonly group: 'groupWatch' | 'groupKnows' | 'groupActs';
  readonly scope: Scope;
  readonly icon: TablerIcon;
  readonly component: ComponentType;
  readonly wide?: boolean;
}

export const sections: readonly BotSection[] = [
  {
    id: 'numbers',
    label: 'sectionNumbers',
    group: 'groupWatch',
    scope: 'bot:read',
    icon: IconChartBar,
    component: lazy(async () => ({ default: (await import('../numbers/index.ts')).BotNumbers })),
    wide: true,
  },
  {
    id: 'questions',
    label: 'sectionQuestions',
    group: 'groupWatch',
    scope: 'bot:read',
    icon: IconMessageQuestion,
    component: lazy(async () => ({ default: (await import('../questions/index.ts')).BotQuestions })),
  },
  {
    id: 'console',
    label: 'sectionConsole',
    group: 'groupWatch',
    scope: 'bot:write',
    icon: IconFlask,
    component: lazy(async () => ({ default: (await import('../console/index.ts')).BotConsole })),
  },
  {
    id: 'knowledge',
    label: 'sectionKnowledge',
    group: 'groupKnows',
    scope: 'bot:read',
    icon: IconBooks,
    component: lazy(async () => ({ default: (await import('../knowledge/index.ts')).BotKnowledge })),
  },
  {
    id: 'intents',
    label: 'sectionIntents',
    group: 'groupKnows',
    scope: 'bot:read',
    icon: IconTargetArrow,
    component: lazy(async () => ({ default: (await import('../intents/index.ts')).BotIntents })),
  },
  {
    id: 'work',
    label: 'sectionWork',
    group: 'groupActs',
    scope: 'bot:read',
    icon: IconAdjustments,
    component: lazy(async () => ({ default: (await import('../work/index.ts')).BotWork })),
  },
  {
    id: 'prompts',
    label: 'sectionPrompts',
    group: 'groupActs',
    scope: 'bot:read',
    icon: IconFileDescription,
    component: lazy(async () => ({ default: (await import('../prompts/index.ts')).BotPrompts })),
  },
  {
    id: 'models',
    label: 'sectionModels',
    group: 'groupActs',
    scope: 'bot:read',
    icon: IconSparkles,
    component: lazy(async () => ({ default: (await import('../models/index.ts')).BotModels })),
  },
  {
    id: 'tools',
    label: 'sectionTools',
    group: 'groupActs',
    scope: 'bot:read',
    icon: IconTool,
    component: lazy(async () => ({ default: (await import('../tools/index.ts')).BotTools })),
  },
  {
    id: 'flows',
    label: 'sectionFlows',
    group: 'groupActs',
    scope: 'bot:read',
    icon: IconRoute,
    component: lazy(async () => ({ default: (await import('../flows/index.ts')).FlowsPage })),
    wide: true,
  },
];
