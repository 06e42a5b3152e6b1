import { type Answer, type Asked, not } from './world.js';

export function listed(
  asked: Asked,
  roles: readonly string[],
  rows: readonly (readonly [string, string])[],
  row: (login: string) => object,
): Answer {
  const role = asked.url.searchParams.get('role') ?? 'all';
  if (!roles.includes(role)) return not(422, 'Validation Failed');
  const wanted = rows.filter(([, held]) => role === 'all' || held === role);
  return page(
    asked,
    wanted.map(([login]) => row(login)),
  );
}

/** At most 100 rows a page, with links to the others; a list of one page has none. */
export function page({ url }: Asked, rows: readonly object[]): Answer {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const at = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const to = (number: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(at > 1 ? [to(at - 1, 'prev')] : []),
    ...(at < last ? [to(at + 1, 'next'), to(last, 'last')] : []),
    ...(at > 1 ? [to(1, 'first')] : []),
  ];
  const json = rows.slice((at - 1) * size, at * size);
  return { status: 200, json, ...(last === 1 ? {} : { headers: { link: links.join(', ') } }) };
}
