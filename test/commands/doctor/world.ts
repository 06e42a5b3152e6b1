import { onTestFinished } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProviderDoctor } from '../../../src/providers/doctor.js';
import { redox } from '../../../src/providers/redox/index.js';
import { type Runtime, systemRuntime } from '../../../src/runtime.js';
import { runProgram } from '../../e2e/world.js';
import { skippedWaits } from '../../safety/quick-runtime.js';
import type { CheckResult } from '../../../src/model/check.js';

/** What one run of a doctor came to. */
export interface Diagnosis extends CheckResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A doctor that knows how to read an organization, and nothing else. */
const plainDoctor: ProviderDoctor = {
  read: (root, settings) => ({
    path: `/v1/organizations/${encodeURIComponent(root.id)}/role-assignment`,
    credential: settings.name,
  }),
  probes: [],
  authority: [],
  answers: [],
  recordable: { words: [], pathWords: [], headers: [] },
};

export interface PatientOptions {
  /** The lines of `providers.redox`. */
  readonly redox: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly doctor?: Partial<ProviderDoctor>;
  readonly runtime?: Partial<Runtime>;
}

/** Redox with a bearer token in TOKEN, at a URL. */
export function redoxAt(url: string, ...more: readonly string[]): readonly string[] {
  return [`url: ${url}`, 'auth: { method: bearer, token: { env: TOKEN } }', ...more];
}

/** Files of one organization in a folder, and doctor run on them. */
export function patient(options: PatientOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = {
    'rolecall.yaml': [
      'version: 1',
      'providers:',
      '  redox:',
      ...options.redox.map((line) => `    ${line}`),
      '',
    ].join('\n'),
    'access/a.yaml': 'organization: "1024"\nroles:\n  admin:\n    - ada@acme.test\n',
    ...options.files,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const runtime = {
    ...systemRuntime({ env: options.env ?? { TOKEN: 'good' } }),
    ...skippedWaits(),
    ...options.runtime,
  };
  const module = { ...redox, doctor: async () => ({ ...plainDoctor, ...options.doctor }) };
  const text = (...argv: readonly string[]) => runProgram(['doctor', ...argv], folder, runtime, [module]);
  const json = async (...argv: readonly string[]): Promise<Diagnosis> => {
    const ran = await text('--format', 'json', ...argv);
    const result: CheckResult =
      ran.stdout === '' ? { ready: { plan: false, apply: false }, checks: [] } : JSON.parse(ran.stdout);
    return { ...ran, ...result };
  };
  return { folder, runtime, text, json };
}

/** The rows of checks that say no `ok`, as `layer id subject state`. */
export function wrongs({ checks }: CheckResult): readonly string[] {
  return checks
    .filter(({ state }) => state !== 'ok')
    .map(({ layer, id, subject, state }) => `${layer} ${id} ${subject} ${state}`);
}

/** A membership as Redox gives it (R1). */
export function member(id: string, email: string, role: string) {
  return {
    organization: { id: '1024', name: 'Acme' },
    role: { id: `role-${role}`, name: role },
    user: {
      id,
      fullname: email,
      lowercaseEmail: email,
      lastLogin: '2026-11-01T00:00:00Z',
      verified2fa: true,
    },
  };
}

/** A list of memberships as Redox answers it. */
export function memberships(...rows: readonly ReturnType<typeof member>[]) {
  return { meta: { version: '1.0.0' }, payload: { memberships: rows } };
}
