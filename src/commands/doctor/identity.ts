import { isSameRole } from '../../model/assignment.js';
import { listed, quote, withArticle } from '../../model/label.js';
import type { LiveRoot } from '../../model/live.js';
import { refOfSelf } from '../../model/address.js';
import type { PrincipalId } from '../../model/principal.js';
import type { ScopeTraits } from '../../model/scope.js';
import { Identities } from '../../planning/identities.js';
import type { Authority, ProbeRoot } from '../../providers/doctor.js';
import { type About, type CheckDraft, draft, failed, ok } from './check-draft.js';
import type { OpenCase } from './open-case.js';

/** Who the credential's own user is, which role it holds, and whether that is enough for what the files ask. */
export function identityChecks(
  subject: OpenCase,
  roots: readonly ProbeRoot[],
  live: ReadonlyMap<string, LiveRoot>,
): readonly CheckDraft[] {
  const { name, settings } = subject;
  if (settings.self === null) {
    const about: About = { id: 'self', layer: 'identity', subject: name, option: `providers.${name}.self` };
    const evidence =
      'the settings do not say whose credential this is, so a change could take away its own role';
    const remedy = `Set providers.${name}.self to the user of the credential: an e-mail or user:ID.`;
    return [draft(about, { state: 'needs-data', evidence, remedy, blocks: 'nothing' })];
  }
  return roots.flatMap((root) => {
    const read = live.get(root.root.address);
    return read?.complete === true ? [ofRoot(subject, root, read)] : [];
  });
}

function ofRoot({ name, settings, module, doctor }: OpenCase, asked: ProbeRoot, live: LiveRoot): CheckDraft {
  const { root } = asked;
  const option = `providers.${name}.self`;
  const about: About = { id: 'self', layer: 'identity', subject: root.address, option, value: settings.self };
  const self = settings.self ?? '';
  const ref = refOfSelf(self);
  const identities = new Identities([], new Map([[root.address, live]]));
  const principal = ref === null ? null : identities.in(root).identify(ref).principal;
  if (principal === null) {
    const evidence = `${quote(self)} is not a user of this ${root.kind}`;
    const remedy = `Set ${option} to the user of the credential: an e-mail or user:ID.`;
    return draft(about, { state: 'conflict', evidence, remedy, blocks: 'apply' });
  }
  const traits = module.traits.scopes.find(({ kind }) => kind === root.kind);
  const held = rolesHeld(principal, asked, live);
  const lacks = (doctor?.authority ?? []).filter(
    (authority) => isAsked(authority, asked) && !isEnough(authority, held, traits),
  );
  const holds = held.length === 0 ? 'no role' : listed(held.map(quote));
  if (lacks.length === 0) return ok(about, `holds ${holds} here`);
  const forbidden = lacks.filter(({ othersMay }) => othersMay !== true);
  if (forbidden.length === 0) {
    const evidence = `holds ${holds} here, which may be enough to ${listed(lacks.map(deedWords))}; it is not documented`;
    return draft(about, { state: 'assumed', evidence, remedy: remedyFor(lacks, self), blocks: 'nothing' });
  }
  return failed(
    about,
    `holds ${holds} here, which is not enough to ${listed(forbidden.map(deedWords))}`,
    remedyFor(forbidden, self),
    blocks(forbidden),
  );
}

function rolesHeld({ kind, id }: PrincipalId, { root }: ProbeRoot, { scopes }: LiveRoot): readonly string[] {
  const own = scopes.find(({ scope }) => scope.address === root.address)?.assignments ?? [];
  return own
    .filter(({ principal, status }) => principal.kind === kind && principal.id === id && status === 'active')
    .map(({ role }) => role);
}

function isAsked({ kind }: Authority, { scopes }: ProbeRoot): boolean {
  return scopes.some((scope) => scope.kind === kind);
}

function isEnough({ roles }: Authority, held: readonly string[], traits: ScopeTraits | undefined): boolean {
  const rules = { rolesIgnoreCase: traits?.rolesIgnoreCase ?? true };
  return held.some((role) => roles.some((enough) => isSameRole(role, enough, rules)));
}

function deedWords({ may, kind, source }: Authority): string {
  return `${may} roles of ${withArticle(kind)} (${source})`;
}

function remedyFor(lacks: readonly Authority[], self: string): string {
  const [first] = lacks;
  const roles = first?.roles.filter((role) => lacks.every((each) => each.roles.includes(role))) ?? [];
  return `Ask an administrator to give ${self} the role ${listed(roles.length > 0 ? roles : (first?.roles ?? []), 'or')}.`;
}

function blocks(lacks: readonly Authority[]): 'plan' | 'apply' {
  return lacks.some(({ may }) => may === 'read') ? 'plan' : 'apply';
}
