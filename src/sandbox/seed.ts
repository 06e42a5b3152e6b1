import { UsageError } from '../errors.js';
import type { SchemaError } from '../generated/validators.js';
import { isRecord } from '../model/record.js';
import type { SandboxSystem, SeededSystem } from './system.js';

/** The seed is not what schemas/sandbox-seed.schema.json describes, or contradicts itself. */
export class SandboxSeedError extends UsageError {
  constructor(readonly problems: readonly string[]) {
    super(`The sandbox's seed is invalid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, {
      hint: 'schemas/sandbox-seed.schema.json describes a seed.',
    });
  }
}

/** The seed of a sandbox to which nobody gives one: a part for each system, under its name. */
export function defaultSeedOf(systems: readonly SandboxSystem[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(systems.map(({ name, defaultSeed }) => [name, defaultSeed]));
}

/** The text of a `--seed` file as JSON. @throws SandboxSeedError where it is not JSON */
export function parseSeedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SandboxSeedError([`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/**
 * Checks a seed: an object with a part for each system that shall hold something.
 * @throws SandboxSeedError with every problem found
 */
export function readSeed(
  seed: unknown,
  systems: readonly SandboxSystem[],
): ReadonlyMap<SandboxSystem, SeededSystem> {
  if (!isRecord(seed)) throw new SandboxSeedError(['/ must be object']);
  const names = ['$schema', ...systems.map(({ name }) => name)];
  const problems = Object.keys(seed)
    .filter((key) => !names.includes(key))
    .map((key) => unknownKey('/', key));
  const seeded = new Map<SandboxSystem, SeededSystem>();
  for (const system of systems) {
    const read = system.readSeed(seed[system.name]);
    if ('problems' in read) problems.push(...read.problems);
    else seeded.set(system, read);
  }
  if (problems.length > 0) throw new SandboxSeedError(problems);
  return seeded;
}

/** What a schema found in the part of a seed at `pointer`, in words; places are JSON pointers into the seed. */
export function shapeProblems(
  errors: readonly SchemaError[] | null | undefined,
  pointer: string,
): readonly string[] {
  return (errors ?? []).map(({ instancePath, message = 'is wrong', params }) => {
    const where = `${pointer}${instancePath}`;
    const { allowedValues, allowedValue, additionalProperty } = params;
    if (Array.isArray(allowedValues)) {
      return `${where} must be one of: ${allowedValues.map((value) => JSON.stringify(value)).join(', ')}`;
    }
    if (allowedValue !== undefined) return `${where} must be ${JSON.stringify(allowedValue)}`;
    if (typeof additionalProperty === 'string') return unknownKey(where, additionalProperty);
    return `${where} ${message}`;
  });
}

/** What could have been written in place of a name that is unknown. */
export function choices(names: readonly string[]): string {
  return names.length === 0
    ? 'it has none'
    : `write one of ${names
        .map((name) => JSON.stringify(name))
        .sort()
        .join(', ')}`;
}

function unknownKey(where: string, key: string): string {
  return `${where} has the key ${JSON.stringify(key)}, which is not known here`;
}
