/** The same settings with other lines for `providers:`. */
export function withProviders(settings: string, lines: readonly string[]): string {
  return settings.replace(/^providers:\n(?:[ #].*\n|\n)*/mu, () => `${lines.join('\n')}\n`);
}
