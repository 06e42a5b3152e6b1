/** What there is to say of a started sandbox. */
export interface Announced {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The text that `rolecall sandbox` prints: a shell can evaluate it, since all but the `export` lines are comments.
 * It holds the URL, the environment variables to set, and the `providers:` block of rolecall.yaml that fits them.
 */
export function announcement({ url, environment }: Announced): string {
  const lines = [`# Sandbox of Redox and Aion: ${url}`];
  for (const [name, value] of Object.entries(environment)) lines.push(`export ${name}=${shellQuoted(value)}`);
  lines.push('#', '# In rolecall.yaml:', ...providersBlock(url).map((line) => `# ${line}`.trimEnd()));
  return `${lines.join('\n')}\n`;
}

/** The `providers:` block of rolecall.yaml, as lines, that talks to the sandbox of the default seed. */
export function providersBlock(url: string): readonly string[] {
  return [
    'providers:',
    '  redox:',
    `    url: ${url}/platform`,
    '    auth:',
    '      method: private-key-jwt',
    `      tokenUrl: ${url}/v2/auth/token`,
    '      clientId: { env: REDOX_CLIENT_ID }',
    '      keyId: { env: REDOX_KEY_ID }',
    '      privateKey: { env: REDOX_PRIVATE_KEY }',
    '    self: ops@acme.test',
    '  aion:',
    `    url: ${url}`,
    `    usersUrl: ${url}`,
    '    auth: { method: bearer, token: { env: AION_TOKEN } }',
  ];
}

function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
