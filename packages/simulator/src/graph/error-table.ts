export interface ErrorKind {
  http: number;
  title: string;
  type?: string;
  transient?: boolean;
}

/** Codes of Meta's error page. Clients must go by the code: HTTP statuses are as documented, which is not always as seen. */
export const errorTable: Readonly<Record<number, ErrorKind>> = {
  0: { http: 401, title: 'AuthException' },
  2: { http: 503, title: 'Service temporarily unavailable', transient: true },
  3: { http: 500, title: 'API Method' },
  4: { http: 429, title: 'Application request limit reached', transient: true },
  10: { http: 403, title: 'Application does not have permission for this action' },
  33: { http: 400, title: 'Parameter value is not valid' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  200: {
    http: 403,
    title: 'You do not have the necessary permissions required to send messages on behalf of this business',
  },
  368: { http: 403, title: 'Temporarily blocked for policies violations' },
  80007: { http: 429, title: 'Rate limit issues', transient: true },
  130429: { http: 429, title: 'Rate limit hit', transient: true },
  130472: { http: 400, title: "User's number is part of an experiment" },
  130497: { http: 403, title: 'Business account is restricted from messaging users in this country' },
  131000: { http: 500, title: 'Something went wrong', transient: true },
  131005: { http: 403, title: 'Access denied' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable', transient: true },
  131021: { http: 400, title: 'Recipient cannot be sender' },
  131026: { http: 400, title: 'Message undeliverable' },
  131031: { http: 403, title: 'Account has been locked' },
  131037: { http: 400, title: 'Display name is not approved' },
  131042: { http: 400, title: 'Business eligibility payment issue' },
  131044: { http: 403, title: 'Message failed to send because of a payment issue' },
  131045: { http: 500, title: 'Incorrect certificate' },
  131047: { http: 400, title: 'Re-engagement message' },
  131048: { http: 400, title: 'Spam rate limit hit' },
  131049: { http: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement' },
  131050: { http: 400, title: 'User has stopped receipt of marketing messages' },
  131051: { http: 400, title: 'Unsupported message type' },
  131052: { http: 400, title: 'Media download error' },
  131053: { http: 400, title: 'Media upload error' },
  131056: { http: 429, title: '(Business Account, Consumer Account) pair rate limit hit', transient: true },
  131057: { http: 503, title: 'Account in maintenance mode', transient: true },
  131062: { http: 400, title: 'Business-scoped user ID is not supported for this message' },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132007: { http: 400, title: 'Template format character policy violated' },
  132008: { http: 400, title: 'Parameter format does not match format in the created template' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  132068: { http: 400, title: 'Flow is in blocked state' },
  132069: { http: 400, title: 'Flow is in throttled state' },
  133004: { http: 503, title: 'Server temporarily unavailable', transient: true },
  133006: { http: 400, title: 'Phone number needs to be verified before registering' },
  133010: { http: 400, title: 'The account does not exist in the WhatsApp Business Platform' },
  133016: { http: 400, title: 'Account register deregister rate limit exceeded' },
};

export const errorKind = (code: number): ErrorKind =>
  errorTable[code] ?? { http: 400, title: 'An unknown error has occurred' };
