import { canonicalPart } from './address.js';

/**
 * A request as examples of connectors name it, its query in the order of its names and escaped in one way: examples need not
 * keep to ours, as where they say `page[size]`.
 */
export function normalizedRequest(request: string): string {
  const [path = '', query] = request.split('?', 2);
  if (query === undefined || query === '') return path;
  return `${path}?${query.split('&').map(canonicalPair).sort().join('&')}`;
}

function canonicalPair(pair: string): string {
  return pair
    .split('=')
    .map((part) => canonicalPart(part) ?? part)
    .join('=');
}
