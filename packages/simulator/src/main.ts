import { parseArgs } from 'node:util';
import { createSimulator } from './create-simulator.ts';
import type { NumberOptions } from './options.ts';

const usage = `A pretend WhatsApp Cloud API.
  --port 4010 --host 127.0.0.1
  --phone-number-id 100000000000001 --waba-id 200000000000001 --display-phone "+55 11 4000-0001"
  --access-token simulator-token --app-secret simulator-secret
  --webhook-url http://127.0.0.1:3000/webhooks/whatsapp --verify-token simulator-verify
  --customer "Maria:+55 11 98765-4321"   (as many as you like)
  --page-dir apps/phone/dist   (the telephone's page, built)
  --state-dir FOLDER   --enforce   (24-hour window, pair rate, 80 messages a second)`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
    'phone-number-id': { type: 'string', default: '100000000000001' },
    'waba-id': { type: 'string', default: '200000000000001' },
    'display-phone': { type: 'string', default: '+55 11 4000-0001' },
    'access-token': { type: 'string', default: 'simulator-token' },
    'app-secret': { type: 'string', default: 'simulator-secret' },
    'webhook-url': { type: 'string' },
    'verify-token': { type: 'string', default: 'simulator-verify' },
    customer: { type: 'string', multiple: true, default: ['Maria Oliveira:+55 11 98765-4321'] },
    'page-dir': { type: 'string' },
    'state-dir': { type: 'string' },
    enforce: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  if (values.help) return say(usage);
  const number: NumberOptions = {
    phoneNumberId: values['phone-number-id'],
    wabaId: values['waba-id'],
    displayPhoneNumber: values['display-phone'],
    accessToken: values['access-token'],
    appSecret: values['app-secret'],
    verifyToken: values['verify-token'],
    webhookUrl: values['webhook-url'],
  };
  const simulator = createSimulator({
    numbers: [number],
    customers: values.customer.map((text) => {
      const [name = '', phone = ''] = text.split(':');
      return { name, phone };
    }),
    ...(values.enforce ? { rules: { window: 'status', pairRate: true, perSecond: 80 } as const } : {}),
    ...(values['state-dir'] === undefined ? {} : { stateDir: values['state-dir'] }),
    log: say,
  });
  const { url } = await simulator.listen({ port: Number(values.port), host: values.host, pageDir: values['page-dir'] });
  say(`simulator: ${url}  (Graph API: ${url}/v25.0, control: ${url}/control/state)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
}

await run();
