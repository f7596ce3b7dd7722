import { parseSync, Visitor } from 'oxc-parser';
import type { Import, Mark, Source, SqlText } from './house.ts';

const testPath = /(^(tests|bench)\/|\.test\.tsx?$|(^|\/)(testing|[a-z-]*fixtures?)\/|(^|\/)vitest\.[a-z.-]*ts$)/;

type Resolve = (fromPath: string, specifier: string) => string | undefined;
type Raw = Omit<Import, 'line' | 'to'> & { readonly start: number };

/** Line numbers from offsets, without counting from the top for each. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function staticImports(module: ReturnType<typeof parseSync>['module']): Raw[] {
  const found: Raw[] = module.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    names: one.entries.map((entry) => entry.importName.name ?? '*'),
    start: one.start,
  }));
  for (const one of module.staticExports) {
    const from = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value;
    if (from === undefined) continue;
    const names = one.entries.map((entry) => entry.importName.name ?? '*');
    found.push({ specifier: from, typeOnly: one.entries.every((entry) => entry.isType), names, start: one.start });
  }
  return found;
}

/** Reads one file's facts. `resolve` turns a specifier into a path of the repository. */
export function readSource(path: string, text: string, resolve: Resolve): Source {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const lineOf = lineFinder(text);
  const raw = staticImports(module);
  const sqlTexts: SqlText[] = [];
  const sends: Mark[] = [];
  const environmentReads: number[] = [];
  const anys: number[] = [];
  const enums: number[] = [];
  const statementOf = new Map<number, { statement: string | undefined; constant: string | undefined }>();

  new Visitor({
    TSImportType: (node) => {
      raw.push({ specifier: node.source.value, typeOnly: true, names: ['*'], start: node.start });
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string')
        raw.push({ specifier: node.source.value, typeOnly: false, names: ['*'], start: node.start });
    },
    TSAnyKeyword: (node) => void anys.push(lineOf(node.start)),
    TSEnumDeclaration: (node) => void enums.push(lineOf(node.start)),
    MemberExpression: (node) => {
      const name = node.property.type === 'Identifier' ? node.property.name : undefined;
      if (name === 'env' && node.object.type === 'Identifier' && node.object.name === 'process')
        environmentReads.push(lineOf(node.start));
    },
    VariableDeclarator: (node) => {
      const call = node.init;
      if (
        call?.type !== 'CallExpression' ||
        call.callee.type !== 'Identifier' ||
        !/sql$|statement$/i.test(call.callee.name)
      )
        return;
      const constant = node.id.type === 'Identifier' ? node.id.name : undefined;
      for (const argument of call.arguments) statementOf.set(argument.start, { statement: undefined, constant });
    },
    CallExpression: (node) => {
      if (
        node.callee.type === 'MemberExpression' &&
        node.callee.property.type === 'Identifier' &&
        node.callee.property.name === 'send'
      )
        sends.push({ what: text.slice(node.callee.object.start, node.callee.object.end), line: lineOf(node.start) });
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || !/sql$|statement$/i.test(node.callee.name)) return;
      if (first?.type !== 'Literal' || typeof first.value !== 'string') return;
      for (const argument of node.arguments.slice(1))
        statementOf.set(argument.start, {
          statement: first.value,
          constant: statementOf.get(argument.start)?.constant,
        });
    },
    TemplateLiteral: (node) => {
      const words = node.quasis.map((quasi) => quasi.value.raw).join(' ? ');
      sqlTexts.push({
        text: words,
        line: lineOf(node.start),
        ...(statementOf.get(node.start) ?? { statement: undefined, constant: undefined }),
      });
    },
    Literal: (node) => {
      if (typeof node.value !== 'string' || !node.value.includes(' ')) return;
      sqlTexts.push({
        text: node.value,
        line: lineOf(node.start),
        ...(statementOf.get(node.start) ?? { statement: undefined, constant: undefined }),
      });
    },
  }).visit(program);

  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    isTest: testPath.test(path),
    imports: raw.map(({ start, ...one }) => ({ ...one, line: lineOf(start), to: resolve(path, one.specifier) })),
    sqlTexts,
    sends,
    environmentReads,
    anys,
    enums,
    defaultExports: module.staticExports.flatMap((one) =>
      one.entries
        .filter((entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default')
        .map((entry) => lineOf(entry.start)),
    ),
  };
}
