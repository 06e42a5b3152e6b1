// Generated from schemas by `npm run generate`; do not edit.
export { validateAccess } from './validators/access.js';
export { validatePeople } from './validators/people.js';
export { validateSettings } from './validators/settings.js';
export { validatePlan } from './validators/plan.js';
export { validateSandboxSeed } from './validators/sandbox-seed.js';
