import type { Plan, PlanScope } from '../../model/plan.js';
import { markdownHtmlCode } from '../escape-markdown.js';
import { markdownCell } from '../escape-markdown.js';

/** How the scopes of a plan are called: by name, with the address beside it where a name is not theirs alone. */
export interface ScopeNames {
  /** Within Markdown. */
  markdown(address: string): string;
  /** Within the HTML of a summary. */
  html(address: string): string;
  /** What they are sorted by. */
  text(address: string): string;
}

export function scopeNames({ scopes }: Pick<Plan, 'scopes'>): ScopeNames {
  const known = new Map(scopes.map((scope) => [scope.scope, scope]));
  const times = new Map<string, number>();
  for (const { name } of scopes) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  const parts = (address: string): readonly string[] => {
    const name = nameOf(known.get(address));
    if (name === null) return [address];
    return times.get(name) === 1 ? [name] : [name, address];
  };
  return {
    markdown: (address) => parts(address).map(markdownCell).join(' '),
    html: (address) => parts(address).map(markdownHtmlCode).join(' '),
    text: (address) => parts(address).join(' '),
  };
}

function nameOf(scope: PlanScope | undefined): string | null {
  const name = scope?.name ?? null;
  return name === null || name.trim() === '' ? null : name;
}
