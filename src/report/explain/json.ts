import { jsonText } from '../escape.js';
import type { ExplainedRole, Explanation } from '../explain.js';

/** The answer as JSON, as schemas/explain.schema.json describes it. */
export function explainJson({ principal, roles, unlisted }: Explanation): string {
  return jsonText({
    formatVersion: 1,
    principal,
    roles: roles.map((role) => orderedRole(role, principal === null)),
    ...(unlisted === null
      ? {}
      : { unlisted: unlisted.map(({ scope, label, role, status }) => ({ scope, label, role, status })) }),
  });
}

function orderedRole(explained: ExplainedRole, labelled: boolean): Readonly<Record<string, unknown>> {
  const { scope, label, role, status, via, from, until, reason, inForce, source, commit, live } = explained;
  return {
    ...(labelled ? { label } : {}),
    scope,
    role,
    status,
    via,
    from,
    until,
    reason,
    inForce,
    source: { file: source.file, line: source.line, column: source.column },
    commit:
      commit === null
        ? null
        : { sha: commit.sha, author: commit.author, date: commit.date, subject: commit.subject },
    ...(live === null ? {} : { live }),
  };
}
