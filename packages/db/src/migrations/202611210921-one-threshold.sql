-- How certain the bot must be is said once, among the settings of the bot.
alter table intent_states drop column threshold;
