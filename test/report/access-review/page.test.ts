import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessReview } from '../../../src/planning/access-review/review.js';
import { reviewHtml } from '../../../src/report/access-review/html.js';
import { noBrowser, openBrowser } from '../browser.js';
import { sampleReview } from './sample-review.js';

const ATTACK = `</script><img src=x onerror="document.title='owned'"><b>&amp;`;

/** A review in which every foreign text tries to be something else. */
function hostile(): AccessReview {
  const review = sampleReview(30, 4);
  return {
    ...review,
    people: review.people.map((person, index) => ({
      ...person,
      label: index === 0 ? `${ATTACK}@acme.test` : person.label,
      name: index === 1 ? ATTACK : person.name,
      roles: person.roles.map((role) => ({
        ...role,
        reason: ATTACK,
        role: index === 2 ? ATTACK : role.role,
      })),
    })),
    scopes: review.scopes.map((scope) => ({ ...scope, name: ATTACK })),
    findings: review.findings.map((finding) => ({ ...finding, message: ATTACK })),
  };
}

if (noBrowser !== null) process.stderr.write(`The pages are not opened: ${noBrowser}\n`);

describe.skipIf(noBrowser !== null)('the page of a report, in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-page-'));
  let browser: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    browser = await openBrowser({ width: 1300, height: 900 });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function show(review: AccessReview): Promise<{ readonly page: Page; readonly problems: string[] }> {
    const path = join(folder, 'review.html');
    writeFileSync(path, reviewHtml(review));
    const page = await browser.context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) problems.push(`request ${request.url()}`);
    });
    await page.goto(pathToFileURL(path).href);
    await page.waitForSelector('#review:not([hidden])');
    return { page, problems };
  }

  it('draws a few rows of 2,000 people and 50 scopes, and filters and sorts them at once', async () => {
    const { page, problems } = await show(sampleReview(2000, 50));
    expect(await page.locator('#count').textContent()).toBe('2000 people and groups');
    expect(await page.locator('#rows tr').count()).toBeLessThan(80);
    await page.fill('#search', 'grace hopper engineer');
    const found = await page.locator('#count').textContent();
    expect(Number.parseInt(found ?? '', 10)).toBeLessThan(20);
    expect(await page.locator('.who-name').first().textContent()).toContain('grace.hopper');
    await page.click('#clear');
    await page.getByRole('button', { name: 'Last login' }).click();
    expect(await page.locator('#head th[aria-sort=ascending]').textContent()).toContain('Last login');
    await page.evaluate("document.getElementById('grid').scrollTop = 40000");
    await expect
      .poll(async () =>
        Number(await page.locator('#rows tr[aria-rowindex]').first().getAttribute('aria-rowindex')),
      )
      .toBeGreaterThan(800);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('draws as many rows as a large window shows', async () => {
    const { page } = await show(sampleReview(200, 4));
    await page.setViewportSize({ width: 1400, height: 1400 });
    await page.reload();
    await page.waitForSelector('#review:not([hidden])');
    const hasGap = await page.evaluate(`(() => {
      const last = [...document.querySelectorAll('#rows tr[aria-rowindex]')].at(-1);
      return last.getBoundingClientRect().bottom < document.getElementById('grid').getBoundingClientRect().bottom;
    })()`);
    expect(hasGap).toBe(false);
    await page.close();
  });

  it('groups scopes under the organization that they are in, and says risk in words', async () => {
    const { page } = await show(sampleReview(60, 24));
    expect(await page.locator('#groups th').allTextContents()).toEqual([
      'Acme Health 1',
      'Acme Health 2',
      'Acme Health 3',
    ]);
    expect(await page.locator('#scope optgroup').count()).toBe(3);
    expect(await page.locator('#head th').nth(2).textContent()).toBe('Acme Health 1organization');
    await page.click('[data-filter=high]');
    await page.click('#view');
    const role = page.locator('.card li', { has: page.locator('.chip.high:not(.missing)') }).first();
    expect(await role.textContent()).toContain('high risk');
    expect(await page.locator('.card .root').first().textContent()).toMatch(/^Acme Health \d$/u);
    await page.close();
  });

  it('narrows to what a card counts, opens a person, and closes with the keyboard alone', async () => {
    const { page, problems } = await show(sampleReview(90, 12));
    await page.click('[data-filter=factor]');
    expect(await page.getAttribute('[data-filter=factor]', 'aria-pressed')).toBe('true');
    const without = sampleReview(90, 12).summary.withoutTwoFactor;
    expect(await page.locator('#count').textContent()).toBe(`${without} of 90 people and groups`);
    await page.click('[data-filter=factor]');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('ada.lovelace0@');
    await page.keyboard.press('Escape');
    await page.locator('.who-name').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('#person').isVisible()).toBe(true);
    expect(await page.locator('#person-roles tr').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('#person').isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('shows a list on a phone, which grows as one scrolls and does not run over the side', async () => {
    const { page } = await show(sampleReview(300, 20));
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForSelector('#list:not([hidden])');
    const before = await page.locator('.card').count();
    expect(before).toBeLessThan(300);
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await expect.poll(() => page.locator('.card').count()).toBeGreaterThan(before);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.close();
  });

  it.each([1400, 1000, 390])('keeps within a window of %i pixels', async (width) => {
    const { page } = await show(sampleReview(40, 14));
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('prints everyone, with what the marks mean and a line to sign', async () => {
    const { page } = await show(sampleReview(150, 6));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card').count()).toBe(150);
    expect(await page.locator('.card').first().isVisible()).toBe(true);
    expect(await page.locator('#grid').isVisible()).toBe(false);
    expect(await page.locator('.legend .keys').isVisible()).toBe(true);
    expect(await page.locator('.signature').isVisible()).toBe(true);
    await page.close();
  });

  it('prints the hashes of all files, however many', async () => {
    const { page } = await show(sampleReview(3, 2));
    await page.evaluate("document.querySelector('.hashes').parentElement.open = false");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.hashes').first().isVisible()).toBe(true);
    await page.close();
  });

  it('shows foreign text as the text it is', async () => {
    const { page, problems } = await show(hostile());
    await page.fill('#search', 'onerror');
    expect(await page.locator('.who-name').first().textContent()).toBe(`${ATTACK}@acme.test`);
    await page.locator('.who-name').first().click();
    await page.keyboard.press('Escape');
    await page.click('#view');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Access review, 2026-11-22');
    expect(problems).toEqual([]);
    await page.close();
  });
});
