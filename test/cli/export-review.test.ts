import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportReview, requireNoReview } from '../../src/cli/export-review.js';
import { sha256 } from '../../src/commands/report/provenance.js';
import { sampleReview } from '../report/access-review/sample-review.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a review that is kept', () => {
  it('is a page, a table and data, with the SHA-256 of each in the form that sha256sum checks', async () => {
    expect(await exportReview(sampleReview(10, 3), folder, 'reviews/q4')).toEqual([
      'reviews/q4/access-review.json',
      'reviews/q4/access-review.csv',
      'reviews/q4/access-review.html',
      'reviews/q4/SHA256SUMS',
    ]);
    const kept = join(folder, 'reviews/q4');
    const names = ['access-review.json', 'access-review.csv', 'access-review.html'];
    const lines = names.map((name) => `${sha256(readFileSync(join(kept, name)))}  ${name}\n`);
    expect(readFileSync(join(kept, 'SHA256SUMS'), 'utf8')).toBe(lines.join(''));
    const page = readFileSync(join(kept, 'access-review.html'), 'utf8');
    expect(page).toContain(sha256(readFileSync(join(kept, 'access-review.json'))));
    expect(page).toContain(sha256(readFileSync(join(kept, 'access-review.csv'))));
  });

  it('is never overwritten', async () => {
    writeFileSync(join(folder, 'access-review.csv'), 'signed\n');
    expect(() => requireNoReview(folder, '.')).toThrow('"." holds a review already');
    await expect(exportReview(sampleReview(1, 1), folder, '.')).rejects.toThrow('"." holds a review already');
    expect(readdirSync(folder)).toEqual(['access-review.csv']);
    expect(readFileSync(join(folder, 'access-review.csv'), 'utf8')).toBe('signed\n');
  });
});
