import type { Change } from '../model/change.js';
import { type Person, personIn } from '../model/desired.js';
import { count, cut } from '../model/label.js';
import { byCodeUnit } from '../model/ordering.js';
import type { Plan } from '../model/plan.js';
import { asciiLower, principalAddress, refAddress } from '../model/principal.js';
import { type ProviderCatalogue, rootTraits, type Scope } from '../model/scope.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import { inFolder } from '../report/diagnostics.js';
import { markdownCell, markdownCode } from '../report/markdown.js';
import { entriesOf, type ReviewFacts, scopeLabels } from '../report/pull-request/facts.js';
import { domainOf, folderOf } from './checkout.js';
import type { ActionContext } from './context.js';
import { failsOnBlocked, type Revisions } from './planning.js';
import type { PullRequest, Runner } from './runner.js';

const SHORT_COMMIT = 12;
const SHORT_DIGEST = 'sha256:'.length + 12;

/**
 * What the text for reviewers says beside the plan: links, warnings, the entries of the files, where the whole is. The
 * revisions are null where no files are checked out, as beside the plans of shards.
 */
export function reviewFacts(
  context: ActionContext,
  plan: Plan,
  revisions: Revisions | null,
  pull: PullRequest | null,
): ReviewFacts {
  const { runner } = context;
  const { config } = domainOf(context);
  const head = pull?.head ?? runner.sha;
  const run = `[this run](${runner.runUrl})`;
  const commit = `[${markdownCode(head.slice(0, SHORT_COMMIT))}](${repositoryUrl(runner)}/commit/${head})`;
  const digest = markdownCode(plan.digest.slice(0, SHORT_DIGEST));
  return {
    config,
    byMerging: runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group',
    alerts: revisions === null ? [] : alertsOf(revisions),
    authorGains: revisions === null || pull === null ? null : authorGains(plan, revisions, pull),
    entryOf: entriesOf(revisions?.head.desired.scopes ?? []),
    blockedFails: failsOnBlocked(context),
    linkOf: linksTo(context, head),
    guardRemedy: guardRemedy(plan),
    whole: `Shortened to fit. The whole plan is in the summary of ${run}, and in the files of its outputs ${markdownCode('plan-path')} and ${markdownCode('markdown-path')}.`,
    footer: `<sub>${commit} as of ${plan.now}, ${run}, digest ${digest}</sub>`,
  };
}

/** Where the repository can be looked at. */
export function repositoryUrl({ runUrl }: Runner): string {
  return runUrl.slice(0, runUrl.lastIndexOf('/actions/runs/'));
}

/** Links the lines of files to where they stand in a commit or a branch. */
export function linksTo(context: ActionContext, revision: string): ReviewFacts['linkOf'] {
  const folder = folderOf(context);
  const blob = `${repositoryUrl(context.runner)}/blob/${encodePath(revision)}`;
  return ({ file, line }) => `${blob}/${encodePath(inFolder(folder, file))}#L${line}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** What Markdown could take for the end of a link is encoded too. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '_')).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function guardRemedy({ guards }: Plan): string {
  const input = markdownCode('allow-revokes');
  if (guards.every(({ guard }) => guard === 'maxRevokes')) {
    return `check the files. If all of these revokes are meant, merge it past this check, and run the apply workflow by hand with the input ${input} as said above; or raise ${markdownCode('guards.maxRevokes')} first, in a pull request of its own.`;
  }
  return 'change the files so that no guard refuses them; it is planned again with the next commit.';
}

/** The changes that give a role to the people with a GitHub login; drift does not count. */
export function gainsOf(
  login: string,
  changes: readonly Change[],
  people: readonly Person[],
  scopes: readonly Scope[],
): readonly Change[] {
  const own = people.filter(({ github }) => asciiLower(github ?? '') === asciiLower(login));
  const byAddress = new Map(scopes.map((scope) => [scope.address, scope]));
  return changes.filter((change) => {
    const scope = byAddress.get(change.scope);
    if (scope === undefined || change.to === null || change.to.status === 'inactive') return false;
    if (change.cause === 'drift') return false;
    return own.some((person) => isPerson(person, change, scope));
  });
}

function isPerson(person: Person, { principal, label }: Change, scope: Scope): boolean {
  const ref = personIn(person, scope);
  if (ref === null) return false;
  if (ref.by === 'id') return refAddress(ref) === principal;
  const email = asciiLower(ref.value);
  return asciiLower(label) === email || principal === principalAddress('user', email);
}

/** Says which roles the author of a pull request gains by it, as Markdown; null where there are none. */
function authorGains(plan: Plan, { head, base, scopes }: Revisions, { author }: PullRequest): string | null {
  if (author === null) return null;
  const people = [...head.desired.people, ...(base?.desired.people ?? [])];
  const gains = gainsOf(
    author,
    plan.changes,
    people,
    scopes.map(({ scope }) => scope),
  );
  if (gains.length === 0) return null;
  const names = scopeLabels(plan);
  const roles = gains
    .slice(0, 10)
    .map(({ to, scope }) => `${markdownCode(to?.role ?? '')} in ${names.markdown(scope)}`);
  const more = gains.length > roles.length ? `, and ${gains.length - roles.length} more` : '';
  return `**The author of this pull request, ${markdownCode(author)}, gains ${count(gains.length, 'role')} by it**: ${roles.join(', ')}${more}.`;
}

interface ProviderChange {
  readonly provider: string;
  readonly settings: readonly string[];
}

/** What a pull request changes in `providers`, by provider: the names of the settings that differ. Sorted. */
export function providerChanges(
  base: Settings,
  head: Settings,
  catalogue: ProviderCatalogue,
): readonly ProviderChange[] {
  const names = [...new Set([...base.providers.keys(), ...head.providers.keys()])].sort(byCodeUnit);
  return names.flatMap((provider) => {
    const before = base.providers.get(provider);
    const after = head.providers.get(provider);
    if (before === undefined) return [{ provider, settings: ['added'] }];
    if (after === undefined) return [{ provider, settings: ['removed'] }];
    const traits = catalogue.get(provider);
    const roots = traits === undefined ? 'roots' : rootTraits(traits).plural;
    const settings = differing(asWritten(before, roots), asWritten(after, roots));
    return settings.length === 0 ? [] : [{ provider, settings }];
  });
}

type SettingsByName = Readonly<Record<string, unknown>>;

function differing(before: SettingsByName, after: SettingsByName): readonly string[] {
  return Object.keys({ ...before, ...after })
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort(byCodeUnit);
}

/** Settings by the names they have in the file, wherever they stand in it; `roots` names the credentials of single roots. */
function asWritten(settings: ProviderSettings, roots: string): SettingsByName {
  const { source: _source, written: _written, rootAuth, otherUrls, timeoutMs, ...others } = settings;
  return { ...others, ...otherUrls, timeout: timeoutMs, [roots]: [...rootAuth] };
}

const MOST_PROVIDERS = 20;

function providersMarkdown(changed: readonly ProviderChange[]): string | null {
  if (changed.length === 0) return null;
  const hidden = changed.length - MOST_PROVIDERS;
  const parts = changed
    .slice(0, MOST_PROVIDERS)
    .map(
      ({ provider, settings }) =>
        `${markdownCode(`providers.${provider}`)} (${settings.map(markdownCode).join(', ')})`,
    );
  const more = hidden > 0 ? ` and ${count(hidden, 'more provider')}` : '';
  return `⚠️ **This pull request changes ${parts.join(', ')}${more}.** Plans are made with the settings of the base; the change takes effect after the merge.`;
}

/** What a pull request changes in the settings that say where credentials go, and what is dangerous or refused. */
export function alertsOf({
  head,
  base,
  providers,
}: Pick<Revisions, 'head' | 'base' | 'providers'>): readonly string[] {
  const changed = providers === null ? [] : providerChanges(providers, head.settings, head.catalogue);
  const settings = base?.settings == null ? [] : settingsChanges(base.settings, head.settings);
  return [providersMarkdown(changed), settingsMarkdown(settings)].filter((alert) => alert !== null);
}

/** A key of the settings that differs, and what it was and is: JSON, one text an item of a list. */
interface SettingsChange {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What is shown of a key, so that no change of the settings crowds out the plan. */
const MOST_ITEMS = 4;
const ITEM_LENGTH = 120;

/** What a pull request changes in the settings that say what is dangerous, refused and read, key by key. */
function settingsChanges(base: Settings, head: Settings): readonly SettingsChange[] {
  const [before, after] = [valuesOf(base), valuesOf(head)];
  return [...before.keys()].sort(byCodeUnit).flatMap((key) => {
    const was = before.get(key) ?? [];
    const is = after.get(key) ?? [];
    const change = { key, before: without(was, is), after: without(is, was) };
    return change.before.length + change.after.length === 0 ? [] : [change];
  });
}

/** Only who differs in more than the order has changed. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((item) => !known.has(item));
}

function valuesOf(settings: Settings): ReadonlyMap<string, readonly string[]> {
  const { access, people, prune, guards, policies, highRisk } = settings;
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    access,
    people: people === null ? [] : [people],
    prune: [prune],
    'guards.maxRevokes.count': [guards.maxRevokes.count],
    'guards.maxRevokes.percent': [guards.maxRevokes.percent],
    'guards.minHolders': guards.minHolders,
    'guards.protect': guards.protect,
    'policies.separation': policies.separation,
    'policies.maxTerm': policies.maxTerm,
    'policies.require2fa': policies.require2fa,
    'risk.high': highRisk,
  };
  return new Map(
    Object.entries(lists).map(([key, items]) => [
      key,
      items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))),
    ]),
  );
}

function settingsMarkdown(changes: readonly SettingsChange[]): string | null {
  if (changes.length === 0) return null;
  const lines = changes.map(({ key, before, after }) => {
    const parts = [
      ...(before.length === 0 ? [] : [`no longer ${itemsMarkdown(before)}`]),
      ...(after.length === 0 ? [] : [`now ${itemsMarkdown(after)}`]),
    ];
    return `- ${markdownCell(key)}: ${parts.join('; ')}`;
  });
  return [
    '⚠️ **This pull request changes what is dangerous, refused or read:**',
    '',
    ...lines,
    ...(changes.some(({ key }) => key === 'risk.high')
      ? ['', 'Here high risk is what the base or this pull request calls so.']
      : []),
  ].join('\n');
}

function itemsMarkdown(items: readonly string[]): string {
  const more = items.length > MOST_ITEMS ? ` and ${items.length - MOST_ITEMS} more` : '';
  return `${items
    .slice(0, MOST_ITEMS)
    .map((item) => markdownCell(cut(item, ITEM_LENGTH)))
    .join(', ')}${more}`;
}
