import type { Diagnostic } from '../model/diagnostic.js';
import type { DiffResult } from '../model/diff.js';
import type { Explanation } from '../model/explanation.js';
import type { Plan } from '../model/plan.js';
import type { ApplyResult } from '../model/result.js';
import type { AccessReview } from '../planning/access-review/review.js';
import { INVISIBLE } from './escape.js';

/** What is written as `\uXXXX`; the line breaks are those around members. */
const ESCAPED = new RegExp(`(?!\\n)${INVISIBLE.source}`, INVISIBLE.flags);

/** Items of a list that `jsonPieces` writes at once. */
const BATCH = 500;

/** A value as JSON, two spaces deep, with a final newline. What cannot be seen is written as `\uXXXX`: the same data. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(ESCAPED, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `${text}\n`;
}

/**
 * The text of `jsonText` in pieces: V8 holds no string of more than 512 Mi characters. A member is one piece, a list some
 * items at a time.
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

/** JSON whose lines but the first are moved in; a line break inside a text is escaped, so that none is touched. */
function indented(value: unknown): string {
  return jsonText(value).trimEnd().replaceAll('\n', '\n  ');
}

/**
 * A plan as JSON (schemas/plan.schema.json): what `plan --format json` prints and `--out` keeps.
 * @throws RangeError where the text is longer than a string can be: some million changes; see `planJsonPieces`
 */
export function planJson(plan: Plan): string {
  return jsonText(plan);
}

/** The same text in pieces of well below a million characters, whatever the size of the plan. */
export function planJsonPieces(plan: Plan): Generator<string> {
  return jsonPieces(plan);
}

/** What apply did, as JSON (schemas/result.schema.json). */
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

/** A receipt as JSON. */
export function receiptJson(receipt: Receipt): string {
  return jsonText(receipt);
}

/** Two revisions compared, as JSON (schemas/diff.schema.json). */
export function diffJson(diff: DiffResult): string {
  return jsonText({ ...diff, changes: diff.changes.map((change) => ({ ...change, who: undefined })) });
}

/** Findings as JSON (schemas/validate.schema.json). */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({ formatVersion: 1, diagnostics });
}

/** An access review as JSON (schemas/report.schema.json). */
export function reviewJson(review: AccessReview): string {
  return jsonText(review);
}

/** What is explained, as JSON (schemas/explain.schema.json). */
export function explainJson({ principal, roles, unlisted }: Explanation): string {
  return jsonText({
    formatVersion: 1,
    principal,
    roles: roles.map(
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
    ),
    unlisted: unlisted ?? undefined,
  });
}
