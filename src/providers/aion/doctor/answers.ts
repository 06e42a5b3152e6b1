import type { DocumentedAnswer, JsonType, Meaning, Shape } from '../../answer.js';

/** Examples are slugs, other services' ids read `user-xxx-v1` (B1); numbers are read too. */
const id: Shape = { types: ['string', 'number'], means: 'id' };
const status = value('string', 'word');
const flag = value('boolean', 'flag');
const name = value('string', 'name');
const time = value('string', 'time');
const count = value('number', 'count');
const other = value('string', 'other');

const role: Shape = {
  fields: {
    id: value('string', 'role'),
    name: value('string', 'role'),
    scope: value('string', 'word'),
    status,
    isCustom: flag,
    createdAt: time,
    updatedAt: time,
    accountId: { types: ['string', 'null'], means: 'id' },
    projectId: { types: ['string', 'null'], means: 'id' },
    description: { types: ['string', 'null'], means: 'other' },
    createdBy: { types: ['string', 'null'], means: 'id' },
  },
  optional: ['accountId', 'projectId', 'description', 'createdBy'],
};

const row: Shape = {
  fields: {
    roleId: value('string', 'role'),
    status,
    createdAt: time,
    updatedAt: time,
    projectId: { types: ['string', 'null'], means: 'id' },
  },
  optional: ['createdAt', 'updatedAt', 'projectId'],
};

/** No page says which of these fields a user always has: those that rolecall needs must come. */
const user: Shape = {
  fields: {
    id,
    email: value('string', 'email'),
    name,
    profile_pic_url: other,
    status,
    is_verified: flag,
    created_at: time,
    updated_at: time,
    authentication_type: value('string', 'word'),
    authentication_partner: value('string', 'word'),
    authentication_partner_id: other,
  },
  optional: [
    'name',
    'profile_pic_url',
    'status',
    'is_verified',
    'created_at',
    'updated_at',
    'authentication_type',
    'authentication_partner',
    'authentication_partner_id',
  ],
};

/** What the API is documented to answer to the GETs that are sent (B2.4, B3, B5). */
export const aionAnswers: readonly DocumentedAnswer[] = [
  {
    name: 'users of an account',
    source: 'N8',
    base: 'usersUrl',
    paths: ['/api/v1/accounts/{}/users'],
    body: {
      fields: { users: { list: user }, total: count, message: value('string', 'word') },
      optional: ['message'],
    },
  },
  {
    name: 'roles of an account',
    source: 'N4',
    paths: ['/api/v1/accounts/{}/roles'],
    body: paged(role),
  },
  {
    name: 'roles of a user',
    source: 'N6',
    paths: ['/api/v1/accounts/{}/roles/users/{}'],
    body: paged(row),
  },
];

/** `{ data: [ROW], meta }` (N4, N6). */
function paged(of: Shape): Shape {
  return {
    fields: {
      data: { list: of },
      meta: { fields: { total: count, page: count, pageSize: count, totalPages: count } },
    },
  };
}

function value(type: JsonType, means: Meaning): Shape {
  return { types: [type], means };
}
