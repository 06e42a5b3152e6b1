import type { CommandTable } from './command-table.js';

/** The commands of the program. Each is loaded when it is called, so that a start stays quick. */
export const commandList: CommandTable = {
  validate: async () => (await import('../commands/validate.js')).validateCommand,
  plan: async () => (await import('../commands/plan.js')).planCommand,
  apply: async () => (await import('../commands/apply.js')).applyCommand,
  diff: async () => (await import('../commands/diff.js')).diffCommand,
  init: async () => (await import('../commands/init/init.js')).initCommand,
  explain: async () => (await import('../commands/explain/explain.js')).explainCommand,
  import: async () => (await import('../commands/import/import.js')).importCommand,
  report: async () => (await import('../commands/report/report.js')).reportCommand,
  sandbox: async () => (await import('../commands/sandbox.js')).sandboxCommand,
};
