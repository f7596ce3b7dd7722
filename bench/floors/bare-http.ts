import { readFloorOptions } from './read-floor-options.ts';
import { serveWebhooks } from './serve-webhooks.ts';

// The most that one process can do: read the body, check the signature, answer. Nothing is kept.
const { secret, port } = readFloorOptions();
serveWebhooks(secret, port, () => Promise.resolve());
