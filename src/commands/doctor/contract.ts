import { isRecord } from '../../model/record.js';
import type { DocumentedAnswer, JsonType, Shape } from '../../providers/answer.js';
import type { SeenAnswer } from '../../providers/doctor.js';
import { documentedAnswer } from '../../providers/documented-answer.js';
import { count } from '../../model/label.js';
import { type About, type CheckDraft, failed, ok } from './check-draft.js';
import { NO_SUCH_ID } from './controls.js';
import type { OpenCase } from './open-case.js';

/** Deviations that are named; more are counted. */
const MOST_NAMED = 4;

/** Holds every answer with a 2xx status against what the documentation says of it. */
export function contractChecks({ name, doctor, seen }: OpenCase): readonly CheckDraft[] {
  const all = doctor?.answers ?? [];
  return all.flatMap((documented) => {
    const answers = seen.filter((answer) => isOf(documented, all, answer));
    if (answers.length === 0) return [];
    const about: About = { id: 'contract', layer: 'contract', subject: `${name}: ${documented.name}` };
    const deviations = new Set(answers.flatMap(({ body }) => [...deviationsOf(documented.body, body, '')]));
    if (deviations.size === 0)
      return [ok(about, `${count(answers.length, 'answer')} as documented (${documented.source})`)];
    const named = [...deviations].slice(0, MOST_NAMED).join('; ');
    const more = deviations.size > MOST_NAMED ? `; and ${deviations.size - MOST_NAMED} more` : '';
    const { remedy = 'Report it with the output of this command; rolecall reads only what it understands.' } =
      documented;
    return [failed(about, `not as documented (${documented.source}): ${named}${more}`, remedy, 'nothing')];
  });
}

/** Whether an answer is one with a 2xx status of that kind, and of no other that fits its path better. */
function isOf(documented: DocumentedAnswer, all: readonly DocumentedAnswer[], answer: SeenAnswer): boolean {
  const { base = 'default' } = documented;
  if (answer.invalidCredential || answer.path.includes(NO_SUCH_ID)) return false;
  if (answer.status < 200 || answer.status >= 300) return false;
  return answer.base === base && documentedAnswer(all, answer.path) === documented;
}

/** Where a value differs from a shape, in words without any of its texts; items of a list are not told apart. */
function* deviationsOf(shape: Shape, value: unknown, at: string): Generator<string> {
  if ('types' in shape) {
    const type = typeOf(value);
    if (!shape.types.some((each) => each === type))
      yield `${at} is ${wordsFor(type)}, not ${shape.types.join(' or ')}`;
  } else if ('list' in shape) {
    if (!Array.isArray(value)) yield `${at} is ${wordsFor(typeOf(value))}, not a list`;
    else for (const item of value as readonly unknown[]) yield* deviationsOf(shape.list, item, `${at}[]`);
  } else if (!isRecord(value)) {
    yield `${at === '' ? 'the body' : at} is ${wordsFor(typeOf(value))}, not an object`;
  } else if ('each' in shape) {
    for (const item of Object.values(value)) yield* deviationsOf(shape.each, item, `${at}.*`);
  } else {
    for (const [key, inner] of Object.entries(shape.fields)) {
      const path = at === '' ? key : `${at}.${key}`;
      if (value[key] === null && shape.nullable?.includes(key) === true) continue;
      if (Object.hasOwn(value, key)) yield* deviationsOf(inner, value[key], path);
      else if (shape.optional?.includes(key) !== true) yield `${path} is missing`;
    }
  }
}

type Seen = JsonType | 'list' | 'object' | 'nothing';

function typeOf(value: unknown): Seen {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  return type === 'object' ? 'object' : 'nothing';
}

function wordsFor(type: Seen): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'nothing':
      return 'no JSON';
    case 'object':
      return 'an object';
    case 'list':
    case 'string':
    case 'number':
    case 'boolean':
      return `a ${type}`;
  }
}
