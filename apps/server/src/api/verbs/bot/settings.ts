import { readBotSettings } from '@balcao/contract';
import { type Bot, readBot, updateBot } from '@balcao/core/governance';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

const present = (bot: Bot) => ({
  bot: {
    version: bot.version,
    settings: readBotSettings(bot),
    prompt: { versionId: bot.prompt.versionId, label: bot.prompt.label },
    updatedAt: bot.updatedAt && time(bot.updatedAt),
  },
});

export const settingsVerbs: Pick<Verbs, 'bot.get' | 'bot.update'> = {
  'bot.get': async ({ ctx }, tx) => present(await readBot(ctx, tx)),
  'bot.update': async ({ ctx }, tx, input) => present(await updateBot(tx, ctx, input)),
};
