export type { Config, DatabaseConfig, GateConfig, LogLevel, MediaConfig, Role } from './config.ts';
export { type ConfigFault, type ConfigResult, loadConfig } from './load-config.ts';
export { Secret, type SecretKey } from './secrets.ts';
