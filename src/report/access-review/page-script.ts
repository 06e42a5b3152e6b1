/**
 * The script of the review's page, as text: the page runs it, this program does not. It builds every element by
 * textContent, draws only the rows in sight, and filters and sorts arrays.
 */
export const REVIEW_SCRIPT = `
'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const STANDING = ['listed', 'unlisted', 'drift', 'missing', 'system'];
const WORDS = ['', 'live, and asked for by no file', 'differs from the files', 'asked for, not held', 'given by the system'];
const ROW = 44;
const CHUNK = 60;
const byId = (id) => document.getElementById(id);
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const roleOf = ([scope, role, high, standing, inactive, soon, until, via, source, reason]) =>
  ({ scope, role: data.roles[role], high: high === 1, standing: STANDING[standing], words: WORDS[standing], inactive: inactive === 1, soon: soon === 1, until, via, source, reason });
const weight = (role) => (role.high ? (role.standing === 'unlisted' ? 0 : 1) : role.standing === 'system' ? 3 : 2);
const people = data.people.map(([label, name, key, group, login, factor, stale, leaves, principals, roles]) => {
  const held = roles.map(roleOf).sort((a, b) => weight(a) - weight(b));
  const scopes = new Map();
  for (const role of held) scopes.set(role.scope, [...(scopes.get(role.scope) || []), role]);
  const text = [label, name, key, ...principals, ...held.map((role) => role.role)].join('\\n').toLowerCase();
  return { label, name, key, group: group === 1, login, factor, stale: stale === 1, leaves, principals, held, scopes, text };
});
const FILTERS = {
  high: (role) => role.high && role.standing !== 'missing',
  unlisted: (role) => role.standing === 'unlisted',
  drift: (role) => role.standing === 'drift' || role.standing === 'missing',
  soon: (role) => role.soon,
};
const state = { search: '', scope: -1, role: '', filters: new Set(), sort: 'who', down: false, view: null };
let shown = people;
const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
};
const chip = (role) => {
  const classes = ['chip', role.standing];
  if (role.high) classes.push('high');
  if (role.inactive) classes.push('off');
  if (role.soon) classes.push('soon');
  if (asksRole() && !roleFits(role)) classes.push('dim');
  const title = [role.role, role.high ? 'high risk' : '', role.inactive ? 'inactive' : '', role.words, role.until ? 'until ' + role.until : ''];
  return element('span', { className: classes.join(' '), textContent: role.role, title: title.filter(Boolean).join(' \\u00b7 ') });
};
const subOf = (person) => person.group ? 'group' : person.name && person.name !== person.label ? person.name : person.key;
const scopeName = (index) => data.scopes[index][0] || data.scopes[index][1];
const roleFits = (role) => {
  if (state.scope !== -1 && role.scope !== state.scope) return false;
  if (state.role !== '' && role.role !== state.role) return false;
  for (const name of state.filters) if (FILTERS[name] && !FILTERS[name](role)) return false;
  return true;
};
const asksRole = () => state.scope !== -1 || state.role !== '' || [...state.filters].some((name) => FILTERS[name]);
const fits = (person) => {
  if (state.search !== '' && !state.search.split(/\\s+/).every((word) => person.text.includes(word))) return false;
  if (state.filters.has('stale') && !person.stale) return false;
  if (state.filters.has('factor') && person.factor !== 0) return false;
  return !asksRole() || person.held.some(roleFits);
};
const sortKey = {
  who: (person) => person.label.toLowerCase(),
  login: (person) => person.login || '0',
};
const scopeKey = (scope) => (person) => {
  const roles = person.scopes.get(scope);
  return roles === undefined ? '\\uffff' : (roles[0].high ? '0' : '1') + roles[0].role;
};
const update = () => {
  const key = typeof state.sort === 'number' ? scopeKey(state.sort) : sortKey[state.sort];
  const keyed = people.filter(fits).map((person) => [key(person), person]);
  keyed.sort((a, b) => order(a[0], b[0]) || order(a[1].label, b[1].label));
  if (state.down) keyed.reverse();
  shown = keyed.map((pair) => pair[1]);
  byId('count').textContent = shown.length === people.length ? people.length + ' people and groups' : shown.length + ' of ' + people.length + ' people and groups';
  byId('none').hidden = shown.length > 0;
  for (const button of document.querySelectorAll('[data-filter]')) button.setAttribute('aria-pressed', String(state.filters.has(button.dataset.filter)));
  for (const head of document.querySelectorAll('#head th')) {
    if (head.dataset.sort === String(state.sort)) head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
  grid.scrollTop = 0;
  draw();
};
const grid = byId('grid');
const body = byId('rows');
const list = byId('list');
const gap = (height) => {
  const cell = element('td', { colSpan: data.scopes.length + 2 });
  cell.style.height = height + 'px';
  const row = element('tr', { className: 'gap' }, cell);
  row.setAttribute('aria-hidden', 'true');
  return row;
};
const nameButton = (person) => {
  const button = element('button', { className: 'who-name', textContent: person.label, title: person.label, type: 'button' });
  button.addEventListener('click', () => open(person));
  return button;
};
const loginText = (person) => person.login === '' ? '\\u2014' : person.login;
const rowOf = (person, index) => {
  const head = element('th', { scope: 'row' }, nameButton(person), element('span', { className: 'who-sub', textContent: subOf(person) }));
  const login = element('td', { className: 'login' }, element('span', { className: person.stale ? 'flag' : '', textContent: loginText(person) }));
  if (person.factor === 0) login.append(element('span', { className: 'who-sub flag', textContent: 'no 2FA' }));
  const row = element('tr', {}, head, login);
  row.setAttribute('aria-rowindex', String(index + 2));
  for (let scope = 0; scope < data.scopes.length; scope += 1) {
    const all = person.scopes.get(scope);
    const roles = all !== undefined && all.length > 1 && asksRole() ? [...all].sort((a, b) => roleFits(b) - roleFits(a)) : all;
    const cell = element('td', {});
    if (roles !== undefined) {
      const more = roles.length > 1 ? element('span', { className: 'more', textContent: '+' + (roles.length - 1), title: roles.slice(1).map((role) => role.role).join(', ') }) : null;
      cell.append(element('div', { className: 'cell' }, chip(roles[0]), more));
    }
    row.append(cell);
  }
  return row;
};
let drawn = '';
const drawGrid = (force) => {
  const first = Math.max(0, Math.floor(grid.scrollTop / ROW) - 12);
  const last = Math.min(shown.length, Math.ceil((grid.scrollTop + grid.clientHeight) / ROW) + 12);
  const key = first + ' ' + last;
  if (!force && key === drawn) return;
  drawn = key;
  const focused = document.activeElement !== null && body.contains(document.activeElement) ? document.activeElement.textContent : null;
  body.replaceChildren(gap(first * ROW), ...shown.slice(first, last).map((person, index) => rowOf(person, first + index)), gap((shown.length - last) * ROW));
  byId('table').setAttribute('aria-rowcount', String(shown.length + 1));
  if (focused !== null) [...body.querySelectorAll('.who-name')].find((button) => button.textContent === focused)?.focus({ preventScroll: true });
};
const cardOf = (person) => {
  const facts = [subOf(person), person.login === '' ? '' : 'last login ' + person.login, person.leaves === '' ? '' : 'leaves ' + person.leaves].filter(Boolean).join(' \\u00b7 ');
  const flags = [person.stale ? 'no login for long' : '', person.factor === 0 ? 'no 2FA' : ''].filter(Boolean).join(' \\u00b7 ');
  const roles = person.held.map((role) => element('li', {}, chip(role),
    element('span', { className: 'where', textContent: scopeName(role.scope) + (role.until ? ', until ' + role.until : '') + (role.words ? ' (' + role.words + ')' : '') })));
  return element('li', { className: 'card' }, nameButton(person), element('span', { className: 'who-sub', textContent: facts }),
    flags === '' ? null : element('span', { className: 'who-sub flag', textContent: flags }), element('ul', {}, ...roles));
};
const grow = (count) => {
  const from = list.children.length;
  list.append(...shown.slice(from, from + count).map(cardOf));
  byId('end').hidden = list.children.length >= shown.length;
};
const draw = () => {
  const asList = view() === 'list';
  grid.hidden = asList;
  list.hidden = !asList;
  byId('end').hidden = !asList;
  byId('view').textContent = asList ? 'Show as matrix' : 'Show as list';
  if (asList) { list.replaceChildren(); grow(CHUNK); }
  else drawGrid(true);
};
const small = matchMedia('(max-width: 40rem)');
const view = () => state.view || (small.matches ? 'list' : 'matrix');
const open = (person) => {
  const dialog = byId('person');
  const facts = [person.name, person.key === '' ? '' : 'people.yaml: ' + person.key, person.login === '' ? 'no login known' : 'last login ' + person.login,
    person.factor === 1 ? 'second factor verified' : person.factor === 0 ? 'second factor not verified' : '', person.leaves === '' ? '' : 'leaves ' + person.leaves];
  byId('person-name').textContent = person.label;
  byId('person-facts').textContent = facts.filter(Boolean).join(' \\u00b7 ');
  byId('person-ids').textContent = person.principals.join('  ');
  byId('person-roles').replaceChildren(...person.held.map((role) => {
    const why = [role.words, role.via === '' ? '' : 'through ' + role.via, role.until === '' ? '' : 'until ' + role.until, role.reason].filter(Boolean).join(', ');
    return element('tr', {}, element('td', {}, chip(role)), element('td', {}, scopeName(role.scope), document.createElement('br'), element('code', { textContent: data.scopes[role.scope][1] })),
      element('td', { textContent: why }), element('td', {}, element('code', { textContent: role.source })));
  }));
  dialog.showModal();
};
const headCell = (sort, name, title, sub) => {
  const button = element('button', { type: 'button', textContent: name, title });
  button.addEventListener('click', () => {
    if (state.sort === sort) state.down = !state.down;
    else Object.assign(state, { sort, down: false });
    update();
  });
  const head = element('th', { scope: 'col' }, button, sub === '' ? null : element('small', { textContent: sub, title: sub }));
  head.dataset.sort = String(sort);
  return head;
};
byId('table').style.width = 'calc(24.5rem + ' + data.scopes.length * 9.5 + 'rem)';
byId('columns').append(...data.scopes.map(() => element('col', { className: 'scope' })));
byId('head').append(headCell('who', 'Who', 'Sort by name', ''), headCell('login', 'Last login', 'Sort by last login', ''),
  ...data.scopes.map(([name, address, whole], index) => headCell(index, name || decodeURIComponent(address.split('/').pop()), address, (whole === 1 ? '' : 'not read whole, ') + address)));
byId('scope').append(...data.scopes.map(([name, address], index) => element('option', { value: String(index), textContent: name ? name + ' \\u2014 ' + address : address })));
byId('role').append(...[...data.roles].sort(order).map((role) => element('option', { value: role, textContent: role })));
byId('search').addEventListener('input', (event) => { state.search = event.target.value.trim().toLowerCase(); update(); });
byId('scope').addEventListener('change', (event) => { state.scope = Number(event.target.value); update(); });
byId('role').addEventListener('change', (event) => { state.role = event.target.value; update(); });
byId('view').addEventListener('click', () => { state.view = view() === 'list' ? 'matrix' : 'list'; draw(); });
byId('clear').addEventListener('click', () => {
  Object.assign(state, { search: '', scope: -1, role: '', sort: 'who', down: false });
  state.filters.clear();
  byId('search').value = ''; byId('scope').value = '-1'; byId('role').value = '';
  update();
});
for (const button of document.querySelectorAll('[data-filter]')) {
  button.addEventListener('click', () => {
    const name = button.dataset.filter;
    if (!state.filters.delete(name)) state.filters.add(name);
    update();
  });
}
grid.addEventListener('scroll', () => drawGrid(false), { passive: true });
addEventListener('resize', () => draw());
small.addEventListener('change', () => draw());
new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting) && view() === 'list') grow(CHUNK); }, { rootMargin: '600px' }).observe(byId('end'));
addEventListener('keydown', (event) => {
  if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName) && !byId('person').open) { event.preventDefault(); byId('search').focus(); }
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && document.activeElement.classList.contains('who-name')) {
    const buttons = [...document.querySelectorAll('.who-name')];
    const next = buttons[buttons.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  }
});
byId('close').addEventListener('click', () => byId('person').close());
byId('person').addEventListener('click', (event) => { if (event.target === byId('person')) byId('person').close(); });
addEventListener('beforeprint', () => { list.hidden = false; list.replaceChildren(); grow(shown.length); });
addEventListener('afterprint', () => draw());
byId('review').hidden = false;
update();
})();
`;
