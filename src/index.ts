/**
 * rolecall as a library: read the files, make the plan, apply it, render what came of it. Nothing here prints, reads
 * the environment or the clock on its own: a Runtime says what time it is and what the variables hold.
 *
 * @packageDocumentation
 */
export { applyExit, applyRun as apply } from './commands/apply.js';
export type { CommandContext } from './commands/context.js';
export { diffCommand as diff } from './commands/diff.js';
export { doctorCommand as doctor } from './commands/doctor/doctor.js';
export type { EditOptions, EditOutcome } from './commands/edit/edit.js';
export { extendCommand as extend, type ExtendOptions } from './commands/edit/extend.js';
export { grantCommand as grant, type GrantOptions } from './commands/edit/grant.js';
export { offboardCommand as offboard, type OffboardOptions } from './commands/edit/offboard/offboard.js';
export { revokeCommand as revoke, type RevokeOptions } from './commands/edit/revoke.js';
export { tidyCommand as tidy, type TidyOptions } from './commands/edit/tidy/tidy.js';
export { explainCommand as explain } from './commands/explain/explain.js';
export { importCommand as importAccess } from './commands/import/import.js';
export type { DiffOptions, DiffOutcome } from './commands/diff.js';
export type { DoctorOptions, DoctorOutcome } from './commands/doctor/doctor.js';
export type { ExplainOptions, ExplainOutcome } from './commands/explain/explain.js';
export type { ImportOptions, ImportOutcome } from './commands/import/import.js';
export type { Outcome } from './commands/context.js';
export type { ReportOptions, ReportOutcome } from './commands/report/report.js';
export type { RolesOptions, RolesOutcome } from './commands/roles/roles.js';
export { readPlanFile } from './commands/plan-file.js';
export {
  openPlanningRun as plan,
  planningDefaults,
  type PlanningOptions,
  type PlanningRun,
} from './commands/planning-run.js';
export { reportCommand as report } from './commands/report/report.js';
export { rolesCommand as roles } from './commands/roles/roles.js';
export { selectAll, type Selection } from './commands/selection.js';
export { validateCommand as validate } from './commands/validate.js';
export { diskTree } from './config/disk-tree.js';
export type { FileTree } from './config/file-tree.js';
export { type LoadedConfig, loadConfig, type LoadOptions } from './config/load.js';
export type { EngineEvent, EventSink } from './engine/events.js';
export { ExitCode, InvalidFilesError, RolecallError, UsageError } from './errors.js';
export { builtInModules } from './library.js';
export { HttpFailure } from './http/failure.js';
export type { ProbeAnswer, ProbeClient, ProbeRequest } from './http/probe.js';
export type { HttpRequest, HttpResponse, ReadClient, WriteClient } from './http/request.js';
export type { RoleState, Status } from './model/assignment.js';
export type { Check, CheckLayer, CheckResult, CheckState, SettingValue } from './model/check.js';
export type { Action, Cause, Change, PlannedChange, Risk, Term } from './model/change.js';
export type { DesiredAssignment, DesiredScope, DesiredState, Person, Prune } from './model/desired.js';
export type { Diagnostic, Severity, SourceLocation } from './model/diagnostic.js';
export type { DiffResult } from './model/diff.js';
export type { EditDifference, EditedAssignment, EditedFile, EditResult } from './model/edit-result.js';
export type { Explanation } from './model/explanation.js';
export type { ImportedFile, ImportedPeople, ImportedTeam, ImportResult } from './model/import-result.js';
export type {
  KnownRole,
  LiveAssignment,
  LiveRoot,
  LiveScope,
  LiveState,
  LiveUser,
  ReadProblem,
} from './model/live.js';
export type { GuardRefusal, Plan, PlanScope, PlanSummary, PlanWarning, Unlisted } from './model/plan.js';
export type { PrincipalId, PrincipalRef } from './model/principal.js';
export type { ApplyResult, ChangeResult, ResultStatus } from './model/result.js';
export {
  makeScope,
  type ProviderCatalogue,
  type ProviderTraits,
  type Scope,
  type ScopeTraits,
  scopeTraits,
} from './model/scope.js';
export type { ListedRole, RoleKind, RoleList, UnknownRole } from './model/role-list.js';
export { credentialName, type ProviderSettings, type Settings } from './model/settings.js';
export type { AccessReview } from './planning/access-review/review.js';
export { digestOf } from './planning/digest.js';
export type { PlanInput } from './planning/comparison.js';
export { makePlan, type PlannedRun } from './planning/make-plan.js';
export { matchReview, type Review, type ReviewMatch, reviewOf } from './planning/review.js';

export type { DocumentedAnswer, JsonType, Meaning, Shape } from './providers/answer.js';
export type {
  Assumption,
  Authority,
  Finding,
  Probe,
  ProbeRoot,
  ProbeSubject,
  ProviderDoctor,
  Recordable,
  SeenAnswer,
} from './providers/doctor.js';
export type { WriteProbing } from './providers/write-probing.js';
export { type ListRead, type Page, type PagedList, type PagePosition, readList } from './providers/list.js';
export { discoveryProblems, type ListProblem, listProblems, missingIn } from './providers/problems.js';
export {
  catalogueOf,
  type Discovery,
  modulesByName,
  type Provider,
  type ProviderModule,
  type ProviderModules,
  type RereadRequest,
  type RootRequest,
  UnwritableChange,
  type WriteStep,
} from './providers/provider.js';
export {
  connectionSettings,
  providerSettings,
  type SettingsPart,
  settingsPart,
  type SettingsRead,
} from './providers/settings.js';
export type { SchemaError, Validate } from './generated/validators.js';
export { aion } from './providers/aion/index.js';
export { redox } from './providers/redox/index.js';
export { aionSandbox } from './providers/aion/sandbox/system.js';
export { redoxSandbox } from './providers/redox/sandbox/system.js';
export { applyJson } from './report/json.js';
export { applyMarkdown } from './report/apply.js';
export { applyText } from './report/apply.js';
export { diagnosticsText } from './report/diagnostics.js';
export { diffText } from './report/diff.js';
export { doctorText } from './report/doctor.js';
export { editText } from './report/edit.js';
export { explainText } from './report/explain.js';
export { importText } from './report/import.js';
export { rolesText } from './report/roles.js';
export { reviewText } from './report/access-review/text.js';
export type { RenderOptions } from './report/terminal.js';
export { planHtml } from './report/plan/html.js';
export { planJson, planJsonPieces } from './report/json.js';
export { planMarkdown } from './report/plan/markdown.js';
export { planText } from './report/plan/text.js';
export { type Runtime, systemRuntime } from './runtime.js';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/server.js';
export type { SandboxSystem } from './sandbox/system.js';
export { requireValid, type ValidConfig } from './workspace/valid-config.js';
export { type ConfigLocation, Workspace, type WorkspaceOptions } from './workspace/workspace.js';
export { type Telemetry, type TelemetryOptions, telemetrySink } from './telemetry/telemetry-sink.js';
