/** The lines for Aion in the `providers:` block of a rolecall.yaml that goes to a sandbox. */
export function aionSandboxSettings(url: string): readonly string[] {
  return [
    '  aion:',
    `    url: ${url}`,
    `    usersUrl: ${url}`,
    '    auth: { method: bearer, token: { env: AION_TOKEN } }',
  ];
}
