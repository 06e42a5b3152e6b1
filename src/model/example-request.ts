/** A request as examples of connectors name it, its query in the order of its names: examples need not keep to ours. */
export function normalizedRequest(request: string): string {
  const [path = '', query] = request.split('?', 2);
  if (query === undefined || query === '') return path;
  return `${path}?${query.split('&').sort().join('&')}`;
}
