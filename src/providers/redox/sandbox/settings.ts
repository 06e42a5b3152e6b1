/**
 * The lines for Redox in the `providers:` block of a rolecall.yaml that goes to a sandbox.
 * @param self the e-mail of the user that the credential acts as
 */
export function redoxSandboxSettings(url: string, self: string | null): readonly string[] {
  return [
    '  redox:',
    `    url: ${url}/platform`,
    '    auth:',
    '      method: private-key-jwt',
    `      tokenUrl: ${url}/v2/auth/token`,
    '      clientId: { env: REDOX_CLIENT_ID }',
    '      keyId: { env: REDOX_KEY_ID }',
    '      privateKey: { env: REDOX_PRIVATE_KEY }',
    ...(self === null ? [] : [`    self: ${JSON.stringify(self)}`]),
  ];
}
