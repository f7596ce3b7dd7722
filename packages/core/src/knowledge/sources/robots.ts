/** Who we say we are; a website may address its rules to this name. */
export const ROBOT = 'BalcaoBot';

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

/** Whether a robots.txt lets us read a path (RFC 9309): the group for our name, else the one for all; the longest rule wins. */
export function mayRead(robots: string, path: string): boolean {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
  let inRules = false;
  for (const line of robots.slice(0, 500_000).split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      if (inRules) agents = [];
      inRules = false;
      agents.push(value.trim().toLowerCase());
    } else if (key === 'allow' || key === 'disallow') {
      inRules = true;
      const path = value.trim();
      if (path === '') continue;
      for (const agent of agents) groups.set(agent, [...(groups.get(agent) ?? []), { allow: key === 'allow', path }]);
    }
  }
  const rules = groups.get(ROBOT.toLowerCase()) ?? groups.get('*') ?? [];
  let best: Rule = { allow: true, path: '' };
  for (const rule of rules)
    if (
      matches(rule.path, path) &&
      (rule.path.length > best.path.length || (rule.path.length === best.path.length && rule.allow))
    )
      best = rule;
  return best.allow;
}

/** `*` is anything, a `$` at the end the end. No regular expression: the pattern is a stranger's. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$');
  const [first = '', ...rest] = (ends ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [n, part] of rest.entries()) {
    if (ends && n === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !ends || rest.length > 0 || at === path.length;
}
