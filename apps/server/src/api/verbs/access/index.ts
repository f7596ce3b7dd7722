import { accessLogVerbs } from './access-log.ts';
import { apiKeyVerbs } from './api-keys.ts';
import { meVerbs } from './me.ts';
import { passkeyVerbs } from './passkeys.ts';
import { peopleVerbs } from './people.ts';
import { roleVerbs } from './roles.ts';
import { sessionVerbs } from './session.ts';
import { setupVerbs } from './setup.ts';

export const accessVerbs = {
  ...sessionVerbs,
  ...setupVerbs,
  ...meVerbs,
  ...passkeyVerbs,
  ...peopleVerbs,
  ...roleVerbs,
  ...apiKeyVerbs,
  ...accessLogVerbs,
};
