/** A row `m` of bot_models as people see it: without its key. */
export const modelAsJson = `json_build_object('id', m.id, 'name', m.name, 'vendor', m.vendor, 'purpose', m.purpose, 'model', m.model,
  'baseUrl', m.base_url, 'hasKey', m.api_key is not null, 'position', m.position, 'enabled', m.enabled, 'perMinute', m.per_minute,
  'perDay', m.per_day, 'tokensPerMinute', m.tokens_per_minute, 'concurrency', m.concurrency, 'timeoutMs', m.timeout_ms)`;
