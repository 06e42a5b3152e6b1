/** How APIs call the number of a page, the documented name (N4) first. */
export const pageNames: readonly string[] = [
  'page',
  'pageNumber',
  'page_number',
  'pageNo',
  'pageIndex',
  'page[number]',
  'p',
];

/** How APIs call the size of a page, the documented name (N4) first. */
export const sizeNames: readonly string[] = [
  'pageSize',
  'page_size',
  'per_page',
  'perPage',
  'limit',
  'size',
  'page[size]',
  'count',
  'take',
];

/** How APIs call the number of rows before a page, which the settings cannot say. */
export const offsetNames: readonly string[] = ['offset', 'skip', 'start'];
