import { count, listed } from '../../../model/label.js';
import type { Scope } from '../../../model/scope.js';
import type { Finding, Probe, ProbeRoot, ProbeSubject } from '../../doctor.js';
import { type EnvironmentList, isProduction, listEnvironments, readableRoots } from './environments.js';
import { answerWords } from './lists.js';

/** So many organizations are asked for their environments at most. */
const mostAsked = 20;

/** Which environments the API lists: those that the credential's user is a member of, it says (R7, C7). */
export const environmentsListed: Probe = {
  id: 'environments-listed',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const roots = readableRoots(subject).slice(0, mostAsked);
    return Promise.all(
      roots.map(async (each) => found(each, await listEnvironments(each.root, subject), subject)),
    );
  },
};

function found({ root, scopes }: ProbeRoot, list: EnvironmentList, subject: ProbeSubject): Finding {
  const about = { subject: root.address };
  if (list.environments === null) {
    return {
      ...about,
      state: 'needs-data',
      evidence: `the list of environments was answered ${answerWords(list.answer)}`,
      remedy: 'Name every environment in the files: rolecall cannot find any by itself.',
    };
  }
  const { environments } = list;
  const items = new Map(environments.map((item) => [item.id, item]));
  const named = scopes.filter(({ kind }) => kind === 'environment');
  const readable = namedAndRead(root, named, subject);
  const hidden = readable.filter(({ id }) => !items.has(id));
  const production = named.filter(({ id }) => isProduction(items.get(id) ?? { flag: null }));
  const others = environments.length - named.filter(({ id }) => items.has(id)).length;
  const evidence = [
    count(environments.length, 'environment is listed', 'environments are listed'),
    ...(hidden.length === 0
      ? []
      : [
          `${addresses(hidden)} can be read and ${hidden.length === 1 ? 'is' : 'are'} not listed, so that rolecall import needs --scope for ${hidden.length === 1 ? 'it' : 'them'}`,
        ]),
    ...(production.length === 0
      ? []
      : [`${addresses(production)} ${production.length === 1 ? 'is' : 'are'} flagged Production`]),
    ...(others === 0 ? [] : [`${count(others, 'listed one is', 'listed ones are')} in no file`]),
  ];
  return { ...about, state: 'ok', evidence: evidence.join('; ') };
}

/** The environments that were read whole: of any other, another line says why not. */
function namedAndRead(root: Scope, named: readonly Scope[], { live }: ProbeSubject): readonly Scope[] {
  const whole = live.get(root.address)?.scopes.filter(({ complete }) => complete) ?? [];
  const addresses = new Set(whole.map(({ scope }) => scope.address));
  return named.filter(({ address }) => addresses.has(address));
}

function addresses(scopes: readonly Scope[]): string {
  const shown = scopes.slice(0, 3).map(({ address }) => address);
  const more = scopes.length - shown.length;
  return listed(more === 0 ? shown : [...shown, `${more} more`]);
}
