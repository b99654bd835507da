import { nothingTold, type Told } from '../screens/nothing-told.ts';
import type { ReportsKey } from '../words/index.ts';

/** What stands in the form, as typed: kept through every error. */
export interface ReportFormValues extends Told {
  /** Undefined until one of the two answers is chosen. */
  dangerNow: boolean | undefined;
  /** True once the emergency number has filled the screen and the reporter went on. */
  called: boolean;
  /** How to be reached; sealed apart from all that is told. */
  contact: string;
}

export const emptyReportForm: ReportFormValues = {
  ...nothingTold,
  dangerNow: undefined,
  called: false,
  contact: '',
};

export interface FieldError {
  key: ReportsKey;
  /** Characters, where the error is about length. */
  limit?: number;
}

/** Field → what to do about it, in the order of the form. */
export type FieldErrors<Field extends string = string> = Partial<Record<Field, FieldError>>;
export type ReportErrors = FieldErrors<keyof ReportFormValues>;
