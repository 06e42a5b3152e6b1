/** What there is to say of a started sandbox. */
export interface Announced {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The e-mail of the user that the Redox credential acts as. */
  readonly self: string | null;
}

/**
 * The text that `rolecall sandbox` prints: a shell can evaluate it, since all but the `export` lines are comments.
 * It holds the URL, the environment variables to set, and the `providers:` block of rolecall.yaml that fits them.
 */
export function announcement(announced: Announced): string {
  const { url, environment } = announced;
  const lines = [`# Sandbox of Redox and Aion: ${url}`];
  for (const [name, value] of Object.entries(environment)) lines.push(`export ${name}=${shellQuoted(value)}`);
  lines.push('#', '# In rolecall.yaml:', ...providersBlock(announced).map((line) => `# ${line}`));
  return `${lines.join('\n')}\n`;
}

/** The lines of the `providers:` block of rolecall.yaml, for those providers that have a credential here. */
export function providersBlock({ url, environment, self }: Announced): readonly string[] {
  const redox = [
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
  const aion = [
    '  aion:',
    `    url: ${url}`,
    `    usersUrl: ${url}`,
    '    auth: { method: bearer, token: { env: AION_TOKEN } }',
  ];
  return [
    'providers:',
    ...(Object.hasOwn(environment, 'REDOX_PRIVATE_KEY') ? redox : []),
    ...(Object.hasOwn(environment, 'AION_TOKEN') ? aion : []),
  ];
}

function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
