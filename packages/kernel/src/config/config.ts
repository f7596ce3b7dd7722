import type { Secret, SecretKey } from './secrets.ts';

export type Role = 'all' | 'api' | 'worker';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type DatabaseConfig = { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: Secret };

export type MediaConfig =
  | { readonly kind: 'disk'; readonly dir: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string;
      /** Absent: Amazon's own address for the region. */
      readonly endpoint?: string;
      readonly accessKeyId: Secret;
      readonly secretAccessKey: Secret;
      readonly pathStyle: boolean;
    };

/** What the webhook gate accepts before it sheds load. Rates are per second; the burst allowed is one second's worth. */
export interface GateConfig {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxInFlight: number;
  readonly perSender: number;
  readonly perIp: number;
  readonly perWorkspace: number;
}

export interface MailConfig {
  readonly smtpUrl: Secret;
  readonly from: string;
}

/** Single sign-on of the company. */
export interface OidcConfig {
  /** With no slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly name: string;
}

/** What 'public' requests may reach beyond the public internet on ports 80 and 443. */
export interface OutboundConfig {
  readonly allowedPrivate: readonly string[];
  readonly allowedPorts: readonly number[];
}

/** Every setting, decided once at start and never changed. */
export interface Config {
  readonly production: boolean;
  readonly role: Role;
  readonly port: number;
  readonly host: string;
  /** Where people and Meta reach us, with no slash at the end. */
  readonly publicUrl: string;
  /** How many proxies stand in front of us; false for none. */
  readonly trustProxy: false | number;
  /** Absolute. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly databasePoolSize: number;
  readonly redisUrl?: Secret;
  /** Newest first. Absent: a ring kept in a file under `dataDir`. */
  readonly secretKeys?: readonly SecretKey[];
  /** With its version and no slash at the end. */
  readonly graphApiBaseUrl: string;
  /** True when the operator named another Graph API (the simulator, a proxy): its media links may then be private addresses. */
  readonly graphApiAllowsPrivate: boolean;
  readonly logLevel: LogLevel;
  readonly logDir?: string;
  readonly demo: boolean;
  readonly otlpEndpoint?: string;
  readonly otelServiceName: string;
  readonly metricsToken?: Secret;
  /** Absent: links are handed over by hand. */
  readonly mail?: MailConfig;
  readonly oidc?: OidcConfig;
  /** Where passwords are looked up among the stolen ones, five digits of a hash at a time; absent: nowhere. */
  readonly breachCheckUrl?: string;
  readonly media: MediaConfig;
  readonly gate: GateConfig;
  readonly outbound: OutboundConfig;
}
