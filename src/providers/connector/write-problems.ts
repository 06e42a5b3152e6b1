import type { Condition, ConnectorProblem, Write } from './connector.js';
import { requestOf, sendsAllRoles, variablesOfWrite } from './requests.js';
import { bodyProblems, templateProblems } from './template-problems.js';
import { pathVariables, variablesIn, variablesInBody } from './templates.js';

/** What is wrong with a request that writes, where `own` names stand for something beside the usual ones. */
export function writeProblems(
  write: Write | undefined,
  own: readonly string[],
  path: ConnectorProblem['path'],
): readonly ConnectorProblem[] {
  if (write === undefined) return [];
  const single = [...own, 'person', 'role', 'roleName', 'email', 'name'];
  const known = [...single, 'roles'];
  const { method, template } = requestOf(write);
  const used = variablesOfWrite(write);
  const wrong = [
    ...templateProblems(template, known, [...path, method.toLowerCase()]),
    ...(['success', 'done'] as const).flatMap((key) =>
      (write[key] ?? []).flatMap((condition, index) =>
        typeof condition === 'number' ? [] : conditionProblems(condition, single, [...path, key, index]),
      ),
    ),
    ...bodyProblems(write.body, known, [...path, 'body']),
    ...bodyProblems(write.each, single, [...path, 'each']),
    ...roleListProblems(write).map(([key, message]) => ({ path: [...path, key], message })),
  ];
  const namesSomebody = ['person', 'email', 'assignment'].some((name) => used.includes(name));
  return wrong.length > 0 || namesSomebody
    ? wrong
    : [{ path, message: 'The request names nobody: use {person} in its URL or body.' }];
}

/** Names in what an answer is compared with that nothing is called. */
function conditionProblems(
  condition: Condition,
  known: readonly string[],
  path: ConnectorProblem['path'],
): readonly ConnectorProblem[] {
  return (['is', 'oneOf'] as const).flatMap((key) => bodyProblems(condition[key], known, [...path, key]));
}

/** What is wrong with a list of all roles: where it stands, and what it holds for each role. */
function roleListProblems(write: Write): readonly (readonly [string, string])[] {
  const { method, template } = requestOf(write);
  const { body, each, separator } = write;
  const named = variablesInBody(each);
  return [
    ...(pathVariables(template).includes('roles')
      ? [
          [
            method.toLowerCase(),
            '{roles} is a list, which no path can hold: use it in the query or body.',
          ] as const,
        ]
      : []),
    ...(textsIn(body).some((text) => text !== '{roles}' && text.includes('{roles}'))
      ? [['body', '{roles} is a list, which no longer text can hold: write "{roles}" by itself.'] as const]
      : []),
    ...(each !== undefined && !sendsAllRoles(write)
      ? [
          [
            'each',
            'There is no list of roles here: use {roles} in the body or query, or leave "each" out.',
          ] as const,
        ]
      : []),
    ...(each !== undefined && !named.includes('role') && !named.includes('roleName')
      ? [['each', 'It is the same for each role: use {role} or {roleName} in it.'] as const]
      : []),
    ...(typeof each === 'object' && (variablesIn(template).includes('roles') || separator !== undefined)
      ? [
          [
            'each',
            `${separator === undefined ? 'A query' : 'A text'} holds texts: write "{role}" or "{roleName}".`,
          ] as const,
        ]
      : []),
    ...(separator !== undefined && !sendsAllRoles(write)
      ? [
          [
            'separator',
            'There is no list of roles here: use {roles} in the body or query, or leave "separator" out.',
          ] as const,
        ]
      : []),
  ];
}

function textsIn(body: unknown): readonly string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsIn) : [];
}
