/** What is used of package-lock.json (version 3). */
export interface Lock {
  readonly packages: Record<string, LockEntry>;
}
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}
export interface Missing {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

/** Where npm looks for a package from a place in the tree: here, then each folder above. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** Packages for other machines that the registry did not offer when the lock was made: `npm ci` refuses a lock without them. */
export function findMissing(lock: Lock): Missing[] {
  const missing = new Map<string, Missing>();
  for (const [path, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isLocked(lock, path, name)) missing.set(name, { name, version, dev: entry.dev ?? false });
  return [...missing.values()];
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'sunos', 'aix'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

/** `@oxlint/binding-linux-arm64-musl` → linux, arm64, musl. */
function entryFor({ name, version, dev }: Missing): LockEntry {
  const words = name.split(/[/@_-]/);
  const os = systems.filter((one) => words.includes(one));
  const cpu = processors.filter((one) => words.includes(one));
  const libc = [...(words.includes('musl') ? ['musl'] : []), ...(words.includes('gnu') ? ['glibc'] : [])];
  if (os.length === 0 && cpu.length === 0)
    throw new Error(`${name} is missing from package-lock.json, and its name does not say for which machine it is`);
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 && os.includes('linux') ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

/** The same lock with an entry for each missing one; npm fetches them only on such a machine. */
export function completeLock<L extends Lock>(lock: L): L {
  const packages = { ...lock.packages };
  for (const one of findMissing(lock)) packages[`node_modules/${one.name}`] = entryFor(one);
  const [root, ...rest] = Object.entries(packages);
  return {
    ...lock,
    packages: Object.fromEntries([...(root ? [root] : []), ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]),
  };
}
