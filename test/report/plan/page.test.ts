import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { planHtml } from '../../../src/report/plan/html.js';
import { noBrowser, openBrowser } from '../browser.js';
import { change, grant, plan, planScope, revoke, UNLISTED } from '../samples.js';

const ATTACK = '<img src=x onerror="document.title=1"><style>*{display:none}</style>';

if (noBrowser !== null) process.stderr.write(`The page of a plan is not opened: ${noBrowser}\n`);

it.skipIf(noBrowser !== null)(
  'the page of a plan loads nothing, fits a phone and shows foreign text',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-plan-'));
    const path = join(folder, 'plan.html');
    const url = pathToFileURL(path).href;
    const scopes = [planScope('redox/organization/1024', { name: ATTACK, diff: `-${ATTACK}\n+x\n` })];
    const changes = [grant({ label: ATTACK }), change(), revoke({ label: `${'x'.repeat(200)}@acme.test` })];
    writeFileSync(path, planHtml(plan(changes, { scopes, unlisted: [UNLISTED] })));
    const browser = await openBrowser({ width: 390, height: 800 });
    try {
      const page = await browser.context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('request', (request) => {
        if (request.url() !== url) problems.push(request.url());
      });
      await page.goto(url);
      expect(await page.getByText('onerror=').first().isVisible()).toBe(true);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('body style').count()).toBe(0);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
);
