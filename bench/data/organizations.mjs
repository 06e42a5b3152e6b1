// Many organizations of a hundred members each: what the files say of them, and what a server holds.

const roles = ['owner', 'admin', 'member', 'viewer'];
const members = 100;

/**
 * Who holds what in an organization, a quarter of the members in each role; people are in many of them.
 * @param {number} organization counted from 0
 */
export function membersOf(organization) {
  return Array.from({ length: members }, (_, index) => ({
    person: (organization * 7 + index) % 20_000,
    role: roles[Math.floor((index * roles.length) / members)] ?? '',
  }));
}

/** @param {number} person */
export const emailOf = (person) => `person-${person}.surname@company.test`;

/**
 * Access files, one an organization, that hold what the server holds.
 * @param {number} assignments
 * @returns {Record<string, string>} path -> text
 */
export function organizationFiles(assignments) {
  const count = assignments / members;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`access/f${index}.yaml`, organizationText(index)]),
  );
}

/** @param {number} organization */
function organizationText(organization) {
  const held = membersOf(organization);
  const lists = roles.map((role) => {
    const entries = held.filter((member) => member.role === role).map(({ person }) => emailOf(person));
    return `  ${role}:\n${entries.map((email) => `    - ${email}\n`).join('')}`;
  });
  return `organization: "${organization}"\nname: Part ${organization}\nroles:\n${lists.join('')}`;
}
