/** The environment of an application that serves behind a proxy which ends TLS. */
export const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'a secret of at least thirty-two characters',
  BASE_URL: 'https://fundus.example',
  TRUST_PROXY: '1',
};
