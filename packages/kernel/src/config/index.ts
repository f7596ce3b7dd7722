export type {
  Config,
  DatabaseConfig,
  GateConfig,
  LogLevel,
  MailConfig,
  MediaConfig,
  OidcConfig,
  OutboundConfig,
  Role,
} from './config.ts';
export type { ConfigFault } from './config-fault.ts';
export { explainFaults } from './explain-faults.ts';
export { type ConfigResult, loadConfig } from './load-config.ts';
export { parseSecretKeys } from './parse-secret-keys.ts';
export type { Environment } from './read-environment.ts';
export { Secret, type SecretKey } from './secrets.ts';
export { variables } from './variables.ts';
