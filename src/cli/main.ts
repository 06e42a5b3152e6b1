#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };

const [first, ...rest] = process.argv.slice(2);

if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${packageJson.version}\n`);
} else {
  const { start } = await import('./start.js');
  await start(process, packageJson.version);
}
