import type { Config, MailConfig, OidcConfig } from './config.ts';
import type { Questions } from './questions.ts';

const BREACHES = 'https://api.pwnedpasswords.com';

/** How people get in: mail for their links, single sign-on, and where stolen passwords are known. */
export function decideIdentity(ask: Questions, production: boolean): Pick<Config, 'mail' | 'oidc' | 'breachCheckUrl'> {
  const mail = decideMail(ask);
  const oidc = decideOidc(ask, production);
  const breachCheckUrl = decideBreachCheck(ask);
  return {
    ...(mail === undefined ? {} : { mail }),
    ...(oidc === undefined ? {} : { oidc }),
    ...(breachCheckUrl === undefined ? {} : { breachCheckUrl }),
  };
}

function decideMail(ask: Questions): MailConfig | undefined {
  const url = ask.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@smtp.example.com');
  const from = ask.text('MAIL_FROM');
  if (url !== undefined && from === undefined)
    return ask.fault('MAIL_FROM', 'is needed beside SMTP_URL: who mails come from.');
  if (url === undefined && from !== undefined) ask.warn('MAIL_FROM', 'does nothing without SMTP_URL.');
  const smtpUrl = ask.secret('SMTP_URL');
  if (url === undefined || from === undefined || smtpUrl === undefined) return undefined;
  if (!from.includes('@') || /[\r\n]/.test(from))
    return ask.fault('MAIL_FROM', 'must be an address, such as Balcão <atendimento@example.com>');
  return { smtpUrl, from };
}

function decideOidc(ask: Questions, production: boolean): OidcConfig | undefined {
  const issuer = ask.url('OIDC_ISSUER', ['http:', 'https:'], 'https://login.example.com');
  const clientId = ask.text('OIDC_CLIENT_ID');
  const clientSecret = ask.secret('OIDC_CLIENT_SECRET');
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    return ask.fault('OIDC_ISSUER', 'goes with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: all three, or none.');
  if (production && issuer.startsWith('http:'))
    return ask.fault('OIDC_ISSUER', 'must be https: it says who people are.');
  return { issuer, clientId, clientSecret, name: ask.text('OIDC_NAME') ?? 'SSO' };
}

function decideBreachCheck(ask: Questions): string | undefined {
  const given = ask.text('PASSWORD_BREACH_CHECK')?.toLowerCase();
  if (given === undefined || given === 'on') return BREACHES;
  if (given === 'off') return undefined;
  return ask.url('PASSWORD_BREACH_CHECK', ['http:', 'https:'], BREACHES);
}
