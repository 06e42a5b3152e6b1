import { withoutSecrets } from '../../engine/read-live.js';
import type { LiveRoot } from '../../model/live.js';
import { refOfSelf } from '../../model/address.js';
import { type PrincipalRef, refKey } from '../../model/principal.js';
import type { ProviderSettings } from '../../model/settings.js';
import type { ProbeRoot } from '../../providers/doctor.js';
import type { RootRequest } from '../../providers/provider.js';
import type { OpenCase } from './open-case.js';

/** So many principals of a root are asked about at most, where each of them costs a request. */
export const MOST_PRINCIPALS = 25;

/** Reads every root as a plan does, but of the principals only some of those that the files name. */
export async function readRoots(
  { module, doctor, client }: OpenCase,
  roots: readonly ProbeRoot[],
  settings: ProviderSettings,
): Promise<ReadonlyMap<string, LiveRoot>> {
  const provider = module.create(doctor?.namedOnly?.(settings) ?? settings);
  const read = roots.map(async (root): Promise<readonly [string, LiveRoot]> => {
    const live = await provider.read(requestFor(root, settings), client.reading);
    return [root.root.address, withoutSecrets(live, client.redact)];
  });
  return new Map(await Promise.all(read));
}

/** The root's own assignments are wanted too: they say what the credential's user may do. */
function requestFor({ root, scopes, named }: ProbeRoot, { self }: ProviderSettings): RootRequest {
  const own = self === null ? null : refOfSelf(self);
  const principals = new Map<string, PrincipalRef>();
  for (const ref of [...(own === null ? [] : [own]), ...named]) principals.set(refKey(ref), ref);
  return {
    root,
    scopes: [root, ...scopes.filter(({ address }) => address !== root.address)],
    named: [...principals.values()].slice(0, MOST_PRINCIPALS),
    everyone: false,
  };
}
