import type { CommandSpec } from './command-spec.js';
import { applySpec } from './commands/apply.js';
import { completionSpec } from './commands/completion.js';
import { connectorSpec } from './commands/connector.js';
import { diffSpec } from './commands/diff.js';
import { doctorSpec } from './commands/doctor.js';
import { explainSpec } from './commands/explain.js';
import { extendSpec } from './commands/extend.js';
import { grantSpec } from './commands/grant.js';
import { importSpec } from './commands/import.js';
import { initSpec } from './commands/init.js';
import { offboardSpec } from './commands/offboard.js';
import { planSpec } from './commands/plan.js';
import { reportSpec } from './commands/report.js';
import { revokeSpec } from './commands/revoke.js';
import { rolesSpec } from './commands/roles.js';
import { sandboxSpec } from './commands/sandbox.js';
import { tidySpec } from './commands/tidy.js';
import { validateSpec } from './commands/validate.js';

const specs: readonly CommandSpec[] = [
  initSpec,
  doctorSpec,
  validateSpec,
  planSpec,
  applySpec,
  diffSpec,
  explainSpec,
  importSpec,
  grantSpec,
  revokeSpec,
  offboardSpec,
  extendSpec,
  tidySpec,
  rolesSpec,
  reportSpec,
  connectorSpec,
  sandboxSpec,
];

/** The commands in the order of their use. */
export const commandSpecs: readonly CommandSpec[] = [...specs, completionSpec(specs)];
