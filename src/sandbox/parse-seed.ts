import { UsageError } from '../errors.js';
import { type SchemaError, validateSandboxSeed } from '../generated/validators.js';
import type { SandboxSeed } from './seed-format.js';
import { seedProblems } from './seed-problems.js';

/** The seed is not what schemas/sandbox-seed.schema.json describes, or contradicts itself. */
export class SandboxSeedError extends UsageError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The sandbox's seed is invalid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, {
      hint: 'schemas/sandbox-seed.schema.json describes a seed.',
    });
    this.problems = problems;
  }
}

/**
 * Checks a seed, such as the JSON of a `--seed` file.
 * @throws SandboxSeedError with every problem found
 */
export function parseSeed(value: unknown): SandboxSeed {
  if (!validateSandboxSeed(value))
    throw new SandboxSeedError((validateSandboxSeed.errors ?? []).map(shapeProblem));
  const seed: SandboxSeed = value;
  const problems = seedProblems(seed);
  if (problems.length > 0) throw new SandboxSeedError(problems);
  return seed;
}

/** The text of a `--seed` file as a seed. @throws SandboxSeedError */
export function parseSeedText(text: string): SandboxSeed {
  return parseSeed(parsedJson(text));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SandboxSeedError([`it is no JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function shapeProblem({ instancePath, message = 'is wrong', params }: SchemaError): string {
  const where = instancePath === '' ? '/' : instancePath;
  const allowed = params['allowedValues'];
  if (Array.isArray(allowed))
    return `${where} must be one of: ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
  if ('allowedValue' in params) return `${where} must be ${JSON.stringify(params['allowedValue'])}`;
  const extra = params['additionalProperty'];
  return typeof extra === 'string'
    ? `${where} has the key ${JSON.stringify(extra)}, which is not known here`
    : `${where} ${message}`;
}
