import { connectorSchema } from '../generated/schemas/connector.js';
import { type SchemaError, validateConnector } from '../generated/validators.js';
import { nearestOf } from '../model/nearest.js';
import { isRecord } from '../model/record.js';
import type { Connector, ConnectorProblem } from '../providers/connector/connector.js';
import { connectorProblems } from '../providers/connector/problems.js';
import { knownKeys, pathOf, schemaAt } from './schema-lookup.js';
import { type Path, valueAt } from './yaml-document.js';

/**
 * What is wrong with a connector besides what its schema finds, so that all of it is told in one run: a key that is not
 * known is taken for the one that it is a slip of, and a part that is wrong in another way is left out. Pure.
 */
export function likelyProblems(value: unknown): readonly ConnectorProblem[] {
  const slips: Slip[] = [];
  const likely = structuredClone(value);
  for (const error of errorsOf(likely)) correct(likely, error, slips);
  if (!isRecord(likely) || !isRecord(likely['kinds'])) return [];
  const { kinds } = likely;
  const [root] = Object.keys(kinds);
  const grouping = groupingProblems(kinds);
  for (const [top, kind] of errorsOf(likely).map(({ instancePath }) => pathOf(instancePath))) {
    // How lists are paged, or which kinds there are, decides about everything else.
    if (top === 'paging' || (top === 'kinds' && kind === undefined)) return [];
    if (top === 'kinds') Reflect.deleteProperty(kinds, String(kind));
    else if (top !== undefined) Reflect.deleteProperty(likely, top);
  }
  const found = [...grouping, ...connectorProblems(likely as unknown as Connector, root)];
  return found.map(({ path, message }) => ({ path: written(path, slips), message }));
}

/** Kinds that are meant to hold nothing but other kinds. */
function groupingProblems(kinds: Readonly<Record<string, unknown>>): readonly ConnectorProblem[] {
  const isGrouping = (kind: unknown): boolean =>
    isRecord(kind) && !['roles', 'assignments', 'grant'].some((key) => Object.hasOwn(kind, key));
  return Object.entries(kinds)
    .filter(([, kind]) => isGrouping(kind))
    .map(([name]) => ({
      path: ['kinds', name],
      message: `Nobody holds a role in this kind. If no URL needs its id, leave it out; else say who is in it: "roles: [{ id: member }]", the list of them under "assignments", and neither "grant" nor "revoke".`,
    }));
}

interface Slip {
  readonly path: Path;
  readonly written: string;
  readonly meant: string;
}

function errorsOf(value: unknown): readonly SchemaError[] {
  return validateConnector(value) ? [] : (validateConnector.errors ?? []);
}

/** Gives a key that is not known the name that it most likely is meant to have; takes it out where it is like none. */
function correct(likely: unknown, { instancePath, params }: SchemaError, slips: Slip[]): void {
  const key = params['additionalProperty'] ?? params['unevaluatedProperty'];
  const path = pathOf(instancePath);
  const parent = valueAt(likely, path);
  if (typeof key !== 'string' || !isRecord(parent) || !Object.hasOwn(parent, key)) return;
  const known = knownKeys(schemaAt(connectorSchema, likely, path).schema);
  if (known.includes(key)) return;
  const meant = nearestOf(known)(key);
  const rest = { ...parent };
  Reflect.deleteProperty(parent, key);
  if (meant === null || Object.hasOwn(parent, meant)) return;
  Object.assign(parent, { [meant]: rest[key] });
  slips.push({ path, written: key, meant });
}

/** A path with the keys as the file has them. */
function written(path: Path, slips: readonly Slip[]): Path {
  return path.map(
    (step, index) =>
      slips.find(
        (slip) =>
          slip.meant === step &&
          slip.path.length === index &&
          slip.path.every((each, at) => String(each) === String(path[at])),
      )?.written ?? step,
  );
}
