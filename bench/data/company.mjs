// Files of a company: as many access files as asked for, of one shape, with so many assignments each.

/**
 * Access files `access/f0.yaml`, …: one organization or account each, in turns, its people in four roles.
 * @param {number} count
 * @param {number} each assignments a file
 * @returns {Record<string, string>} path -> text
 */
export function accessFiles(count, each) {
  /** @type {Record<string, string>} */
  const files = {};
  for (let index = 0; index < count; index += 1) {
    const roles = index % 2 === 0 ? ['owner', 'admin', 'member', 'viewer'] : ['r1', 'r2', 'r3', 'r4'];
    const head = index % 2 === 0 ? `organization: "${1000 + index}"` : `account: account-${index}`;
    files[`access/f${index}.yaml`] = `${head}\nname: Part ${index}\nroles:\n${roles
      .map((role, part) => `  ${role}:\n${entries(index, part, each / roles.length)}`)
      .join('')}`;
  }
  return files;
}

/**
 * @param {number} file
 * @param {number} part
 * @param {number} count
 */
function entries(file, part, count) {
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const who = `person-${(file * 7 + part * count + index) % 20_000}.surname@company.test`;
    text +=
      index % 10 === 0
        ? `    - { user: ${who}, until: 2027-06-30, reason: "INC-${index}" }\n`
        : `    - ${who}\n`;
  }
  return text;
}
