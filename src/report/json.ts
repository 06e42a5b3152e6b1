import type { ConnectorCheck } from '../model/connector-check.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DiffResult } from '../model/diff.js';
import type { ExplainedComparison, ExplainedRole, Explanation } from '../model/explanation.js';
import type { Plan } from '../model/plan.js';
import type { ApplyResult } from '../model/result.js';
import type { RoleList } from '../model/role-list.js';
import type { AccessReview } from '../planning/access-review/review.js';
import { INVISIBLE } from './escape.js';

/** Invisible characters. Line breaks only stand between members, since JSON escapes them in texts. */
const ESCAPED = new RegExp(`(?!\\n)${INVISIBLE.source}`, INVISIBLE.flags);

const BATCH = 500;

/** Renders a value as JSON, indented by two spaces, with a final newline. Invisible characters are written as `\uXXXX`. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(ESCAPED, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${text}\n`;
}

/**
 * Gives the text of `jsonText` in pieces, since V8 holds no string of more than 512 Mi characters. A list comes some
 * items at a time, and every other member as one piece.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{\n';
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    yield `${before}  ${indented(key)}: `;
    if (Array.isArray(member) && member.length > 0) yield* listPieces(member);
    else yield indented(member);
    before = ',\n';
  }
  yield before === '{\n' ? '{}\n' : '\n}\n';
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  for (let start = 0; start < items.length; start += BATCH) {
    // The brackets of a batch and their line breaks are those of the whole list.
    const batch = indented(items.slice(start, start + BATCH)).slice('['.length, -'\n  ]'.length);
    yield `${start === 0 ? '[' : ','}${batch}`;
  }
  yield '\n  ]';
}

function indented(value: unknown): string {
  return jsonText(value).trimEnd().replaceAll('\n', '\n  ');
}

/**
 * Renders a plan as JSON (schemas/plan.schema.json): what `plan --format json` prints and `--out` keeps.
 * @throws RangeError if the text is longer than a string can be, with about a million changes; see `planJsonPieces`
 */
export function planJson(plan: Plan): string {
  return jsonText(plan);
}

/** Gives the same text in pieces of less than a million characters. */
export function planJsonPieces(plan: Plan): Generator<string> {
  return jsonPieces(plan);
}

/** Renders what apply did as JSON (schemas/result.schema.json). */
export function applyJson(result: ApplyResult): string {
  return jsonText(result);
}

/** What is kept of an apply (schemas/receipt.schema.json). */
export interface Receipt {
  readonly formatVersion: 1;
  /** The commit of the files; null outside a git checkout. */
  readonly commit: string | null;
  /** Whether the files differ from that commit. */
  readonly uncommitted: boolean;
  readonly digest: string;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly result: ApplyResult;
}

/** Renders a receipt as JSON (schemas/receipt.schema.json). */
export function receiptJson(receipt: Receipt): string {
  return jsonText(receipt);
}

/** Renders the comparison of two revisions as JSON (schemas/diff.schema.json). */
export function diffJson(diff: DiffResult): string {
  return jsonText({
    ...diff,
    changes: diff.changes.map((change) => ({ ...change, principal: undefined, who: undefined })),
  });
}

/** Renders findings as JSON (schemas/validate.schema.json). */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({ formatVersion: 1, diagnostics });
}

/** Renders the roles known live as JSON (schemas/roles.schema.json). */
export function rolesJson(roles: RoleList): string {
  return jsonText(roles);
}

/** Renders an access review as JSON (schemas/report.schema.json). */
export function reviewJson(review: AccessReview): string {
  return jsonText(review);
}

/** Renders the check of a connector as JSON (schemas/connector-check.schema.json). */
export function connectorCheckJson(check: ConnectorCheck): string {
  return jsonText({ formatVersion: 1, ...check });
}

/** Renders an explanation as JSON (schemas/explain.schema.json). */
export function explainJson({ principal, roles, unlisted }: Explanation): string {
  return jsonText({
    formatVersion: 1,
    principal,
    roles: rolesOf(roles, principal),
    unlisted: unlisted ?? undefined,
  });
}

/** Renders the comparison of two people as JSON (schemas/explain.schema.json). */
export function comparisonJson({ first, second, common }: ExplainedComparison): string {
  return jsonText({
    formatVersion: 1,
    principal: first.principal,
    roles: rolesOf(first.roles, first.principal),
    compared: {
      principal: second.principal,
      roles: rolesOf(second.roles, second.principal),
      common,
    },
  });
}

function rolesOf(roles: readonly ExplainedRole[], principal: string | null): readonly object[] {
  return roles.map(
    ({ label, scope, role, status, via, from, until, reason, inForce, source, commit, live }) => ({
      label: principal === null ? label : undefined,
      scope,
      role,
      status,
      via,
      from,
      until,
      reason,
      inForce,
      source,
      commit,
      live: live ?? undefined,
    }),
  );
}
