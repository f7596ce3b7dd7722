import type { FastifyInstance } from 'fastify';
import type { World } from '../world.ts';
import { GraphProblem } from './graph-problem.ts';
import { version } from './version.ts';

const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
const appId = '1000000000000001';

export function tokenRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: { input_token?: string } }>(`${version}/debug_token`, async (request) => {
    const token = request.query.input_token;
    const numbers = [...world.numbers.values()].filter((number) => number.accessToken === token);
    if (numbers.length === 0) {
      return {
        data: {
          is_valid: false,
          scopes: [],
          error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
        },
      };
    }
    const targets = [...new Set(numbers.map((number) => number.wabaId))];
    return {
      data: {
        app_id: appId,
        type: 'SYSTEM_USER',
        application: 'Simulador',
        data_access_expires_at: 0,
        expires_at: 0,
        is_valid: true,
        issued_at: Math.floor(world.now() / 1000),
        scopes,
        granular_scopes: scopes.map((scope) => ({ scope, target_ids: targets })),
        user_id: '1000000000000002',
      },
    };
  });
  const exchange = async () => {
    const number = [...world.numbers.values()][0];
    if (!number)
      throw new GraphProblem(100, undefined, { message: 'Invalid verification code format.', subcode: 36008 });
    return { access_token: number.accessToken, token_type: 'bearer' };
  };
  app.get(`${version}/oauth/access_token`, exchange);
  app.post(`${version}/oauth/access_token`, exchange);
}
