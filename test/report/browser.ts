import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PATH = process.env['ROLECALL_CHROMIUM'] ?? '/usr/bin/chromium';

/** Why pages are not opened here; null where they are. */
export const noBrowser: string | null = existsSync(PATH)
  ? null
  : `no browser at ${PATH}: install chromium, or set ROLECALL_CHROMIUM`;

/** Opens a browser that reaches nothing but what is given to it. */
export async function openBrowser(options: {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'rolecall-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: PATH,
    headless: true,
    viewport: { width: options.width, height: options.height },
    colorScheme: options.dark === true ? 'dark' : 'light',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
