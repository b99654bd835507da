/** The only door of the package: how people leave a place. See README.md for the two-minute start. */
export * from './contract.ts';
export type {
  Binding,
  CapacityCheck,
  Estimate,
  LossEstimate,
  MethodEstimate,
  TargetEstimate,
} from './estimate/answer.ts';
export { estimate } from './estimate/estimate.ts';
export { densityCsv, egressCsv, flowCsv, trajectoriesCsv } from './export/csv.ts';
export { writeJupedsimSqlite } from './export/jupedsim-sqlite.ts';
export { jupedsimText } from './export/jupedsim-text.ts';
export { packTrajectories, trajectoryMagic, trajectoryVersion, unpackTrajectories } from './export/trajectory-file.ts';
export type { ImportedPlan, PlanDraft } from './import/drawing.ts';
export { importDxf } from './import/dxf.ts';
export { importGeojson } from './import/geojson.ts';
export { importWkt } from './import/wkt.ts';
export { reportHtml } from './report/report.ts';
export type { ReportInput } from './report/report-input.ts';
export type { Language } from './report/say.ts';
export { anExample } from './scenario/an-example.ts';
export type { Checked } from './scenario/check-scenario.ts';
export { checkScenario, checkScenarioText } from './scenario/check-scenario.ts';
export type { Fault } from './scenario/fault.ts';
export { describeFault } from './scenario/fault.ts';
export type * from './scenario/scenario.ts';
export { peopleIn } from './scenario/scenario.ts';
export { scenarioSchema } from './scenario/scenario-shape.ts';
export { speedTables } from './scenario/speed-tables.ts';
