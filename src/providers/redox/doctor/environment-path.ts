import { count, listed } from '../../../model/label.js';
import { credentialName } from '../../../model/settings.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { roleAssignmentPath } from '../api.js';
import { type RedoxOptions, redoxOptions } from '../options.js';
import { type EnvironmentToAsk, environmentsToAsk, readableRoots } from './environments.js';
import { answerWords, listIn } from './lists.js';

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
    if (readableRoots(subject).length === 0) return [];
    const environments = await environmentsToAsk(subject);
    if (environments.length === 0) return [noEnvironment];
    const { environmentPath: inUse } = redoxOptions(subject.settings.options);
    const asking = new Asking(subject);
    for (const environment of environments) {
      for (const segment of [inUse, otherThan(inUse)]) {
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

function otherThan(segment: Segment): Segment {
  return segment === 'environments' ? 'environment' : 'environments';
}

interface Answered {
  readonly segment: Segment;
  readonly status: number | null;
  /** Null where no list came. */
  readonly rows: number | null;
  readonly words: string;
}

class Asking {
  readonly #answers: Answered[] = [];
  /** What an id that cannot exist is answered, by segment. */
  readonly #controls = new Map<Segment, Answered>();

  constructor(private readonly subject: ProbeSubject) {}

  /** Whether an environment has a list under a segment. An empty one says nothing where every id has one. */
  async proves(environment: EnvironmentToAsk, segment: Segment): Promise<boolean> {
    const answer = await this.#ask(environment, segment);
    this.#answers.push(answer);
    if (answer.rows === null) return false;
    const control =
      this.#controls.get(segment) ?? (await this.#ask({ ...environment, id: noSuchEnvironment }, segment));
    this.#controls.set(segment, control);
    return answer.rows > 0 || control.rows === null;
  }

  proved(segment: Segment): readonly Finding[] {
    const control = this.#controls.get(segment);
    const path = `/v1/${segment}/ID/role-assignment`;
    const has = `${path} has ${this.#answers.at(-1)?.words ?? 'a list'}`;
    const other = this.#answersUnder(otherThan(segment));
    if (control === undefined || control.rows === null) {
      const refused = control === undefined ? '' : `, and ${control.words} for an id that cannot exist`;
      return [{ state: 'settled', value: segment, evidence: `${has}${refused}${other}` }];
    }
    return [
      { state: 'settled', value: segment, evidence: `${has}${other}` },
      {
        state: 'failed',
        option: null,
        evidence: `${path} has ${control.words} for an id that cannot exist too, so that a missing environment looks like one where nobody holds a role`,
        remedy:
          'Check the id of every environment in the files, and that the credential may see it, before you apply.',
        blocks: 'apply',
      },
    ];
  }

  notProved(inUse: Segment, environments: number): Finding {
    const evidence = `no list of ${count(environments, 'environment')} came${this.#answersUnder(inUse)}${this.#answersUnder(otherThan(inUse))}`;
    // Under a wrong path it would be 404.
    const isForbidden = this.#answers.every(({ segment, status }) => segment !== inUse || status === 403);
    if (isForbidden)
      return { state: 'assumed', value: inUse, evidence, remedy: 'Let the credential read an environment.' };
    return {
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

  async #ask({ id, root }: EnvironmentToAsk, segment: Segment): Promise<Answered> {
    const { ask, settings } = this.subject;
    const options = { ...redoxOptions(settings.options), environmentPath: segment };
    const path = roleAssignmentPath('environment', id, options);
    const answer = await ask({ path, credential: credentialName(settings, root) });
    const list = answer.failure === undefined ? listIn(answer, path, 'memberships', settings.url) : null;
    const words = list === null ? answerWords(answer) : `a list of ${count(list.rows.length, 'row')}`;
    return { segment, status: answer.status ?? null, rows: list?.rows.length ?? null, words };
  }
}
