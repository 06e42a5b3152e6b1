/** Every command, loaded when it is called: a run loads no other's code. */
export const commandTable = {
  validate: async () => (await import('../commands/validate.js')).validateCommand,
  mistypedRoles: async () => (await import('../commands/mistyped-roles.js')).mistypedRoles,
  knownWords: async () => (await import('../commands/known-roles.js')).knownWords,
  plan: async () => (await import('../commands/plan.js')).planCommand,
  apply: async () => (await import('../commands/apply.js')).applyCommand,
  diff: async () => (await import('../commands/diff.js')).diffCommand,
  doctor: async () => (await import('../commands/doctor/doctor.js')).doctorCommand,
  init: async () => (await import('../commands/init/init.js')).initCommand,
  grant: async () => (await import('../commands/edit/grant.js')).grantCommand,
  revoke: async () => (await import('../commands/edit/revoke.js')).revokeCommand,
  extend: async () => (await import('../commands/edit/extend.js')).extendCommand,
  offboard: async () => (await import('../commands/edit/offboard/offboard.js')).offboardCommand,
  tidy: async () => (await import('../commands/edit/tidy/tidy.js')).tidyCommand,
  explain: async () => (await import('../commands/explain/explain.js')).explainCommand,
  compare: async () => (await import('../commands/explain/compare.js')).compareCommand,
  import: async () => (await import('../commands/import/import.js')).importCommand,
  report: async () => (await import('../commands/report/report.js')).reportCommand,
  roles: async () => (await import('../commands/roles/roles.js')).rolesCommand,
  connectorCheck: async () => (await import('../commands/connector/check.js')).connectorCheckCommand,
  sandbox: async () => (await import('../commands/sandbox/sandbox.js')).sandboxCommand,
} as const;

export type CommandTable = typeof commandTable;
