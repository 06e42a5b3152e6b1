#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };
import { enableCompileCache } from './compile-cache.js';

const [first, ...rest] = process.argv.slice(2);

if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${packageJson.version}\n`);
} else {
  enableCompileCache(process);
  // Built as CommonJS, which knows no await here.
  void import('./start.js').then(async ({ start }) => await start(process, packageJson.version));
}
