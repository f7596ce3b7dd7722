import { type Finding, type House, type Source, wrong } from './house.ts';
import { environmentReader } from './house-plan.ts';
import { placeOf } from './place-of.ts';

/** Tools ask for a default export in their configuration files. */
const isToolConfig = /(^|\/)[a-z-]+\.config\.m?ts$|^tests\/[a-z-]*setup\.ts$|global-setup\.ts$/;

const mayReadEnvironment = ({ path, isTest }: Source) =>
  path === environmentReader ||
  isTest ||
  isToolConfig.test(path) ||
  ['scripts', 'testkit'].includes(placeOf(path).floor);

/** Words of the language we do without: `any`, enum, default export, and process.env outside its one file. */
export function checkLanguage({ sources }: House): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    const { path } = source;
    const add = (sentence: string, lines: readonly number[]) => {
      for (const line of lines) findings.push(wrong('language', path, sentence, line));
    };
    add('`any`: say what it is, or `unknown`', source.anys);
    add('an enum: use a union of words', source.enums);
    if (!isToolConfig.test(path)) add('a default export: export it by its name', source.defaultExports);
    if (!mayReadEnvironment(source)) add(`process.env is read in ${environmentReader} only`, source.environmentReads);
  }
  return findings;
}
