import { existsSync, writeFileSync } from 'node:fs';
import type { Layout } from '../layout.ts';

export interface ClusterOptions {
  /** For tests only: a data directory that nobody needs after a power cut. */
  readonly durable: boolean;
}

/** Durable, small, and quiet: PostgreSQL's own log names no client's values, for statements and their errors are the program's to mask. */
const settings: Readonly<Record<string, string | number>> = {
  listen_addresses: '',
  max_connections: 60,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Memory
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  huge_pages: 'off',
  // Durability and the write-ahead log. `replica` is what an online copy of the data directory needs.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  max_wal_senders: 0,
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '5min',
  checkpoint_completion_target: 0.9,
  // Processes we do not need
  max_logical_replication_workers: 0,
  max_parallel_workers_per_gather: 0,
  io_method: 'sync',
  jit: 'off',
  update_process_title: 'off',
  random_page_cost: 1.1,
  // Two transactions that lock each other out are told apart sooner than after the default second.
  deadlock_timeout: '250ms',
  // Small tables that change all the time (outbox, work rows) are vacuumed before they swell.
  autovacuum_naptime: '10s',
  autovacuum_max_workers: 2,
  autovacuum_vacuum_cost_limit: 1000,
  // Log
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: -1,
  log_line_prefix: '%m [%p] ',
  cluster_name: 'balcao',
};

const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  autovacuum: 'off',
};

/** Written at every start, so the settings are always this program's; what the operator wants otherwise goes into DATA_DIR/postgresql.conf. */
export function writeSettings(layout: Layout, options: ClusterOptions): void {
  const all = options.durable ? settings : { ...settings, ...forgetful };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quote(String(value))}`);
  const text = [
    '# Written by Balcão at every start. Your own settings go into the file included below.',
    ...lines,
    `data_directory = ${quote(layout.cluster)}`,
    `unix_socket_directories = ${quote(layout.socketDir.replaceAll('"', '""'))}`,
    'unix_socket_permissions = 0700',
    existsSync(layout.ownSettings) ? `include = ${quote(layout.ownSettings)}` : '',
  ];
  writeFileSync(layout.settings, `${text.join('\n')}\n`, { mode: 0o644 });
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
