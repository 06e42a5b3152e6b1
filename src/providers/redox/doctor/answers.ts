import type { DocumentedAnswer, JsonType, Meaning, Shape } from '../../answer.js';

/** Ids come as strings on one page and as numbers on another (A1). */
const id: Shape = { types: ['string', 'number'], means: 'id' };
const name = text('name');

/** `links` are relative and lack the `/platform/v1` (A4). */
const page: Shape = {
  fields: {
    currentPage: value('number', 'count'),
    pageType: text('word'),
    pageSize: value('number', 'count'),
    links: {
      fields: { self: text('link'), next: text('link'), first: text('link') },
      optional: ['self', 'next', 'first'],
    },
  },
  optional: ['currentPage', 'pageType', 'pageSize'],
};

/** What the API is documented to answer to the GETs that are sent. */
export const redoxAnswers: readonly DocumentedAnswer[] = [
  {
    name: 'role assignments of an organization',
    source: 'R1',
    paths: ['/v1/organizations/{}/role-assignment'],
    body: enveloped('memberships', {
      fields: {
        organization: named(id),
        role: role(),
        user: {
          // Whoever never logged in may have neither.
          fields: {
            ...userFields(),
            lastLogin: { types: ['string', 'null'], means: 'time' },
            verified2fa: { types: ['boolean', 'null'], means: 'flag' },
          },
          optional: ['lastLogin', 'verified2fa'],
        },
      },
    }),
  },
  {
    name: 'role assignments of an environment',
    source: 'R3',
    paths: ['/v1/environments/{}/role-assignment', '/v1/environment/{}/role-assignment'],
    body: enveloped('memberships', {
      fields: { environment: named(id), role: role(), user: { fields: userFields() } },
    }),
  },
  {
    name: 'environments of an organization',
    source: 'R7',
    paths: ['/v1/organizations/{}/environments'],
    body: enveloped('environments', {
      fields: { id, name, environmentFlag: text('word'), organization: { fields: { id } } },
    }),
  },
];

/** `{ meta, payload: { KEY: [ROW] } }` (A1); `meta.page` comes where a list is paged (R22). */
function enveloped(key: string, row: Shape): Shape {
  return {
    fields: {
      meta: { fields: { version: text('word'), page }, optional: ['page'] },
      payload: { fields: { [key]: { list: row } } },
    },
  };
}

function named(ofId: Shape): Shape {
  return { fields: { id: ofId, name } };
}

function role(): Shape {
  return { fields: { id, name: text('role') } };
}

function userFields(): Readonly<Record<string, Shape>> {
  return { id, fullname: name, lowercaseEmail: text('email') };
}

function text(means: Meaning): Shape {
  return value('string', means);
}

function value(type: JsonType, means: Meaning): Shape {
  return { types: [type], means };
}
