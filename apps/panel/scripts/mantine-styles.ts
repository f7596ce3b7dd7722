import type { Plugin } from 'vite';

const module = /@mantine\/(core)\/esm\/.*\/(\w+)\.module\.mjs$/;

/**
 * Each component of the library brings its own styles, where it is used, instead of one sheet for all of them.
 * Layered: whatever a CSS module of ours says wins, in whichever order the files arrive.
 */
export function mantineStyles(): Plugin {
  return {
    name: 'balcao-mantine-styles',
    enforce: 'pre',
    transform(code, id) {
      const component = module.exec(id.replaceAll('\\', '/'))?.[2];
      if (component === undefined) return undefined;
      return { code: `import '@mantine/core/styles/${component}.layer.css';\n${code}`, map: null };
    },
  };
}
