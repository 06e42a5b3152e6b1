import { onTestFinished } from 'vitest';
import { openHttpClient } from '../../../../src/http/client.js';
import { parseJsonBody } from '../../../../src/http/response-body.js';
import type { LiveRoot } from '../../../../src/model/live.js';
import { groupBy } from '../../../../src/model/ordering.js';
import type { Scope } from '../../../../src/model/scope.js';
import type { ProviderSettings } from '../../../../src/model/settings.js';
import type { Finding, ProbeRoot, SeenAnswer } from '../../../../src/providers/doctor.js';
import { httpOptionsOf } from '../../../../src/providers/http-options.js';
import { redoxDoctor } from '../../../../src/providers/redox/doctor/index.js';
import { redox } from '../../../../src/providers/redox/index.js';
import type { RedoxBehaviour } from '../../../../src/providers/redox/sandbox/behaviour.js';
import { systemRuntime } from '../../../../src/runtime.js';
import { type SandboxOptions, type SandboxSeed, startSandbox } from '../../../sandbox/start.js';
import { scopeOf, settingsFor, token } from '../../rig.js';

type Organization = NonNullable<SandboxSeed['redox']>['organizations'][number];

export const organization = scopeOf(redox, 'organization', '1024');
export const staging = scopeOf(redox, 'environment', 'staging', '1024');
export const production = scopeOf(redox, 'environment', 'prod', '1024');

/** An organization of three people with two environments, in each of which an engineer is. */
export const acme: Organization = {
  id: '1024',
  name: 'Acme Health',
  members: [
    { id: '31', name: 'Ada Lovelace', email: 'ada@acme.test', role: 'owner' },
    { id: '32', name: 'Grace Hopper', email: 'grace@acme.test', role: 'admin' },
    { id: '33', name: 'Alan Turing', email: 'alan@acme.test', role: 'member' },
  ],
  environments: [
    { id: 'prod', name: 'Production', flag: 'Production', roles: { engineer: ['31', '32'] } },
    { id: 'staging', name: 'Staging', flag: 'Staging', roles: { engineer: ['31'], support: ['33'] } },
  ],
};

/** Somebody with this id in the organization. */
export function member(id: string): Organization['members'][number] {
  return { id, name: `User ${id}`, email: `u${id}@acme.test`, role: 'member' };
}

export interface Asked {
  readonly behaviour?: Partial<RedoxBehaviour>;
  readonly organizations?: readonly Organization[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly settings?: Partial<ProviderSettings>;
  readonly scopes?: readonly Scope[];
  readonly wanted?: ProbeRoot['wanted'];
  readonly fault?: SandboxOptions['fault'];
  /** Whom the token acts as; everybody's powers if left out. */
  readonly actsAs?: string;
}

export interface Diagnosis {
  /** By the id of the probe. */
  readonly findings: (id: string) => readonly Finding[];
  /** Method, path and query of what was sent. */
  readonly sent: readonly string[];
}

/** What the probes find at a sandbox that behaves so, in the order in which the command runs them. */
export async function diagnose({
  behaviour = {},
  organizations = [acme],
  options = {},
  settings: changed = {},
  scopes = [organization, production, staging],
  wanted = [],
  actsAs,
  fault,
}: Asked = {}): Promise<Diagnosis> {
  const seed: SandboxSeed = {
    redox: {
      organizations: [...organizations],
      tokens: [{ variable: 'TOKEN', token, ...(actsAs === undefined ? {} : { actsAs }) }],
    },
  };
  const sandbox = await startSandbox({ seed, redox: behaviour, ...(fault === undefined ? {} : { fault }) });
  onTestFinished(() => sandbox.close());
  let settings: ProviderSettings = { ...settingsFor(redox, `${sandbox.url}/platform`, options), ...changed };
  const seen: SeenAnswer[] = [];
  const client = openHttpClient({
    ...httpOptionsOf(settings, redox.traits),
    name: 'redox',
    concurrency: 4,
    rateLimit: null,
    timeoutMs: 5000,
    repeatForMs: 0,
    runtime: systemRuntime({ env: { TOKEN: token } }),
    userAgent: 'rolecall-test',
    onExchange: ({ kind, base, path, authorization, response }) => {
      if (kind === 'token' || response === null) return;
      seen.push({
        base: base ?? 'default',
        path,
        invalidCredential: authorization === 'invalid',
        status: response.status,
        headers: response.headers(),
        body: parseJsonBody(response.text),
      });
    },
  });
  onTestFinished(() => client.destroy());
  const byRoot = groupBy(scopes, ({ rootAddress }) => rootAddress);
  const roots = [...byRoot.values()].map((ofRoot): ProbeRoot => {
    const [{ rootId }] = ofRoot;
    const root = scopeOf(redox, 'organization', rootId);
    return { root, scopes: ofRoot, named: [], wanted: wanted.filter((each) => each.scope.rootId === rootId) };
  });
  const live = new Map<string, LiveRoot>();
  const found = new Map<string, readonly Finding[]>();
  const run = async (when: 'before' | 'after'): Promise<void> => {
    for (const probe of redoxDoctor.probes.filter((each) => each.when === when)) {
      const findings = await probe.run({ ask: client.probing.ask, settings, roots, live, seen });
      found.set(probe.id, findings);
      const [first] = findings;
      if (when === 'before' && first?.state === 'settled')
        settings = { ...settings, options: { ...settings.options, environmentPath: first.value } };
    }
  };
  for (const { root } of roots) {
    const request = redoxDoctor.read(root, settings);
    await client.probing.ask({ ...request, authorization: 'invalid' });
    await client.probing.ask(request);
    await client.probing.ask(
      redoxDoctor.read(scopeOf(redox, 'organization', 'rolecall-doctor-no-such-id'), settings),
    );
  }
  await run('before');
  for (const { root, scopes: ofRoot } of roots) {
    const request = { root, scopes: ofRoot, named: [], everyone: true };
    live.set(root.address, await redox.create(settings).read(request, client.reading));
  }
  await run('after');
  return {
    findings: (id) => found.get(id) ?? [],
    sent: sandbox.requests.map(
      ({ method, path, query }) => `${method} ${path}${query === '' ? '' : `?${query}`}`,
    ),
  };
}
