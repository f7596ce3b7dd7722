import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Licences that a work under MIT may be distributed with. MPL-2.0 asks only that its own files stay under it, OFL-1.1 that a font is not
 * sold by itself.
 */
const compatible = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Unlicense',
  ],
  ...[
    'Python-2.0',
    'PSF-2.0',
    'OFL-1.1',
    'PostgreSQL',
    'Zlib',
    'MPL-2.0',
    'CC-BY-4.0',
    'CC-BY-3.0',
    'Unicode-3.0',
    'WTFPL',
  ],
]);

/** Their package.json is vague; this is what the licence beside it says, read by a person. */
const readByHand: Readonly<Record<string, { readonly says: string; readonly is: string }>> = {
  duck: { says: 'BSD', is: 'BSD-2-Clause' },
};

export interface Package {
  readonly name: string;
  readonly licence: string;
}

/** An SPDX expression: one side of an OR is enough, every side of an AND is needed. */
export function isCompatible(expression: string): boolean {
  const words = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(words))
    return words.split(/\s+(?:AND|OR)\s+/i).every((part) => isCompatible(part.replace(/[()]/g, '')));
  return words.split(/\s+OR\s+/i).some((side) => side.split(/\s+AND\s+/i).every((one) => compatible.has(one.trim())));
}

const licenceOf = (text: string): string => {
  const { license, licenses } = JSON.parse(text) as { license?: unknown; licenses?: unknown };
  const said = license ?? (Array.isArray(licenses) ? licenses[0] : licenses);
  if (typeof said === 'string') return said;
  return said !== null && typeof said === 'object' && 'type' in said ? String(said.type) : 'none stated';
};

/** Every package in node_modules, as its own package.json says. */
export function listPackages(root: string): Package[] {
  const record = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')) as {
    packages: Record<string, { link?: boolean }>;
  };
  return Object.entries(record.packages).flatMap(([path, { link }]) => {
    const file = join(root, path, 'package.json');
    if (link || !`/${path}`.includes('/node_modules/') || !existsSync(file)) return [];
    return [
      {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        licence: licenceOf(readFileSync(file, 'utf8')),
      },
    ];
  });
}

export const findBadLicences = (packages: readonly Package[]): Package[] =>
  packages.filter(({ name, licence }) => {
    const known = readByHand[name];
    return !isCompatible(known?.says === licence ? known.is : licence);
  });
