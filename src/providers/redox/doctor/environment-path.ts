import type { ProbeAnswer } from '../../../http/probe.js';
import { count, listed } from '../../../model/label.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { roleAssignmentPath } from '../api.js';
import { type RedoxOptions, redoxOptions } from '../options.js';
import { type EnvironmentToAsk, environmentsToAsk } from './environments.js';
import { answerWords, listIn } from './lists.js';
import { credentialName } from '../../../model/settings.js';

type Segment = RedoxOptions['environmentPath'];

/** An id that no environment has. */
export const noSuchEnvironment = 'rolecall-doctor-no-such-id';

/** The path segment of environments: editions of the documentation differ (A2, C2). */
export const environmentPath: Probe = {
  id: 'environment-path',
  option: 'options.environmentPath',
  assumes: 'environments',
  when: 'before',
  run: async (subject) => {
    const environments = await environmentsToAsk(subject);
    if (environments.length === 0) return [noEnvironment];
    const { environmentPath: inUse } = redoxOptions(subject.settings.options);
    const segments: readonly Segment[] = [inUse, inUse === 'environments' ? 'environment' : 'environments'];
    const asking = new Asking(subject);
    for (const environment of environments) {
      for (const segment of segments) {
        if (await asking.proves(environment, segment)) return asking.proved(segment);
      }
    }
    return [asking.notProved(inUse, environments.length)];
  },
};

const noEnvironment: Finding = {
  state: 'needs-data',
  evidence: 'the files name no environment, and the API lists none',
  remedy: 'Name an environment in the files, then run rolecall doctor again.',
};

class Asking {
  /** What an id that cannot exist is answered, by segment. */
  readonly #controls = new Map<Segment, { readonly isList: boolean; readonly words: string }>();
  readonly #answers: { readonly segment: Segment; readonly status: number | null; readonly words: string }[] =
    [];

  constructor(private readonly subject: ProbeSubject) {}

  /** Whether an environment has a list under a segment. An empty one says nothing where every id has one. */
  async proves(environment: EnvironmentToAsk, segment: Segment): Promise<boolean> {
    const answer = await this.#ask(environment, environment.id, segment);
    const rows = this.#rows(answer, environment.id, segment);
    this.#answers.push({
      segment,
      status: answer.status ?? null,
      words: rows === null ? answerWords(answer) : `a list of ${count(rows, 'row')}`,
    });
    if (rows === null) return false;
    const control = await this.#control(environment, segment);
    return rows > 0 || !control.isList;
  }

  proved(segment: Segment): readonly Finding[] {
    const control = this.#controls.get(segment);
    const path = `/v1/${segment}/ID/role-assignment`;
    const list = this.#answers.at(-1)?.words ?? 'a list';
    const before = this.#answersUnder(segment === 'environments' ? 'environment' : 'environments');
    const settled: Finding = {
      state: 'settled',
      value: segment,
      evidence: `${path} has ${list}, and is answered ${control?.words ?? 'an error'} for an id that cannot exist${before}`,
    };
    if (control?.isList !== true) return [settled];
    return [
      { ...settled, evidence: `${path} has ${list}${before}` },
      {
        state: 'failed',
        evidence: `${path} has ${control.words} for an id that cannot exist too, so that a missing environment looks like one where nobody holds a role`,
        remedy:
          'Check the id of every environment in the files, and that the credential may see it, before you apply.',
        blocks: 'apply',
      },
    ];
  }

  notProved(inUse: Segment, environments: number): Finding {
    const other = inUse === 'environments' ? 'environment' : 'environments';
    const evidence = `no list of ${count(environments, 'environment')} came${this.#answersUnder(inUse)}${this.#answersUnder(other)}`;
    // Where the path is wrong, the answer would be 404.
    const isForbidden = this.#answers.every(({ segment, status }) => segment !== inUse || status === 403);
    return isForbidden
      ? { state: 'assumed', value: inUse, evidence, remedy: 'Let the credential read an environment.' }
      : {
          state: 'needs-data',
          evidence,
          remedy:
            'Check the ids of the environments in the files, and that the credential may see them, then run rolecall doctor again.',
        };
  }

  /** `; /v1/environment was answered 404 and 403`; nothing where it was not asked. */
  #answersUnder(segment: Segment): string {
    const words = new Set(this.#answers.filter((each) => each.segment === segment).map((each) => each.words));
    return words.size === 0 ? '' : `; /v1/${segment} was answered ${listed([...words])}`;
  }

  async #control(
    environment: EnvironmentToAsk,
    segment: Segment,
  ): Promise<{ readonly isList: boolean; readonly words: string }> {
    const known = this.#controls.get(segment);
    if (known !== undefined) return known;
    const answer = await this.#ask(environment, noSuchEnvironment, segment);
    const rows = this.#rows(answer, noSuchEnvironment, segment);
    const control = {
      isList: rows !== null,
      words: rows === null ? answerWords(answer) : `a list of ${count(rows, 'row')}`,
    };
    this.#controls.set(segment, control);
    return control;
  }

  #rows(answer: ProbeAnswer, id: string, segment: Segment): number | null {
    if (answer.failure !== undefined) return null;
    return (
      listIn(answer, this.#path(id, segment), 'memberships', this.subject.settings.url)?.rows.length ?? null
    );
  }

  #ask({ root }: EnvironmentToAsk, id: string, segment: Segment): Promise<ProbeAnswer> {
    const { ask, settings } = this.subject;
    return ask({ path: this.#path(id, segment), credential: credentialName(settings, root) });
  }

  #path(id: string, environmentPath: Segment): string {
    const options = redoxOptions(this.subject.settings.options);
    return roleAssignmentPath('environment', id, { ...options, environmentPath });
  }
}
