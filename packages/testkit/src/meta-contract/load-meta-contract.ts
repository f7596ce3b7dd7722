import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type ContractException, metaContractExceptions } from './exceptions.ts';
import { followDiscriminators, openComposedSchemas, setAtPointer } from './repair-contract.ts';

/** Problems in words; none when it fits. */
type Check = (value: unknown) => string[];

/** Meta's own OpenAPI file as checks. `path` as the file writes it: '/{Version}/{Phone-Number-ID}/messages'. */
export interface MetaContract {
  request(method: 'get' | 'post' | 'delete', path: string): Check;
  answer(method: 'get' | 'post' | 'delete', path: string, status: number): Check;
  /** A schema by its name, for what the file forgot to hang on an operation. */
  schema(name: string): Check;
}

const contractFile = fileURLToPath(new URL('../../../../../shared/meta/graph-api.openapi.json', import.meta.url));
const apart = existsSync(contractFile);

/** Give it to `test.skipIf`, so that the run says what it did not check. */
export const metaContractSkipped = apart ? undefined : 'skipped: ../shared/meta/graph-api.openapi.json is not here';

let loaded: MetaContract | undefined;

/** undefined where Meta's file is not beside the repository. */
export function loadMetaContract(
  exceptions: readonly ContractException[] = metaContractExceptions,
): MetaContract | undefined {
  if (!apart) return undefined;
  if (exceptions !== metaContractExceptions) return build(exceptions);
  loaded ??= build(exceptions);
  return loaded;
}

function build(exceptions: readonly ContractException[]): MetaContract {
  const document = JSON.parse(readFileSync(contractFile, 'utf8')) as OpenApi; // Meta's file: its shape is what we are testing against
  for (const exception of exceptions) setAtPointer(document, exception.at, exception.set);
  openComposedSchemas(document.components.schemas);
  followDiscriminators(document.components.schemas);
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'meta' });
  const compiled = new Map<string, ValidateFunction>();
  const at = (...steps: string[]): Check => {
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `meta#/${pointer}` });
    compiled.set(pointer, validate);
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(inWords));
  };
  const operation = (method: string, path: string) => {
    const found = document.paths[path]?.[method];
    if (found === undefined) throw new Error(`Meta's contract has no ${method} ${path}`);
    return found;
  };
  const json = ['content', 'application/json', 'schema'];
  return {
    request(method, path) {
      if (operation(method, path).requestBody === undefined) throw new Error(`${method} ${path} takes no body`);
      return at('paths', path, method, 'requestBody', ...json);
    },
    answer(method, path, status) {
      const answer = operation(method, path).responses[status];
      if (answer === undefined) throw new Error(`Meta's contract has no answer ${status} to ${method} ${path}`);
      if (answer.$ref !== undefined) return at(...answer.$ref.slice(2).split('/'), ...json);
      return at('paths', path, method, 'responses', String(status), ...json);
    },
    schema: (name) => at('components', 'schemas', name),
  };
}

const inWords = (error: ErrorObject) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`;

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}
interface Operation {
  requestBody?: unknown;
  responses: Record<string, { $ref?: string }>;
}
