import type { SourceLocation } from '../../model/source.js';
import { jsonText } from '../json.js';
import type { AccessReview, ReviewedPerson, ReviewedRole } from '../../planning/access-review/review.js';

/** The review as JSON, as schemas/report.schema.json describes it. */
export function reviewJson({
  formatVersion,
  now,
  evidence,
  summary,
  scopes,
  people,
  findings,
}: AccessReview): string {
  return jsonText({
    formatVersion,
    now,
    evidence,
    summary,
    scopes,
    people: people.map(orderedPerson),
    findings: findings.map(({ severity, code, message, source }) => ({
      severity,
      code,
      message,
      source: place(source),
    })),
  });
}

function orderedPerson(person: ReviewedPerson): Readonly<Record<string, unknown>> {
  const { kind, label, name, person: key, principals, lastLogin, twoFactor, stale, leaves, roles } = person;
  return {
    kind,
    label,
    name,
    person: key,
    principals,
    lastLogin,
    twoFactor,
    stale,
    leaves,
    roles: roles.map(orderedRole),
  };
}

function orderedRole(reviewed: ReviewedRole): Readonly<Record<string, unknown>> {
  const { scope, role, status, risk, standing, via, from, until, endsSoon, reason, source } = reviewed;
  return { scope, role, status, risk, standing, via, from, until, endsSoon, reason, source: place(source) };
}

function place(source: SourceLocation | null): Readonly<Record<string, unknown>> | null {
  return source === null ? null : { file: source.file, line: source.line, column: source.column };
}
