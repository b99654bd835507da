import { KeyStoreUnavailable } from './vault/errors.ts';

/** What the program may say no with; anything else that is thrown is a bug. */
export type Refusal =
  | { kind: 'not-found' }
  | { kind: 'not-signed-in'; because?: 'code-needed' | 'wrong' | 'second-factor-needed' | 'step-up-needed' }
  | { kind: 'not-allowed' }
  /** The record is open to this person once they have said why they read it. */
  | { kind: 'reason-needed' }
  | { kind: 'conflict'; because: ConflictReason }
  | { kind: 'invalid'; fields: Record<string, string> }
  | { kind: 'too-large' }
  | { kind: 'wrong-method'; allowed: readonly string[] }
  | { kind: 'too-fast'; retryAfterSeconds: number }
  | { kind: 'unavailable'; what: 'database' | 'key-store' };

export type ConflictReason =
  | 'already-owned'
  | 'changed-since-you-opened-it'
  | 'already-decided'
  | 'already-answered'
  | 'same-key-other-body'
  | 'same-person-twice'
  | 'nobody-to-take-over'
  | 'sent-twice-at-once'
  | 'cancelled'
  | 'already-set-up'
  | 'already-a-member'
  | 'last-factor'
  | 'no-mail-server'
  | 'held';

/** The only thing that our own code throws; carries no content, since errors are logged. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export const notFound = () => new Refused({ kind: 'not-found' });
export const invalid = (fields: Record<string, string>) => new Refused({ kind: 'invalid', fields });
export const conflict = (because: ConflictReason) => new Refused({ kind: 'conflict', because });

/** Constraints whose violation is a person's mistake or a lost race, not a bug. */
const constraintRefusals: Record<string, Refusal> = {
  lead_is_not_deputy: { kind: 'conflict', because: 'same-person-twice' },
  one_acceptance_a_round: { kind: 'conflict', because: 'already-owned' },
  open_case_has_active_lead_and_deputy: { kind: 'conflict', because: 'nobody-to-take-over' },
  confirmed_by_another: { kind: 'conflict', because: 'same-person-twice' },
  nobody_is_on_both_sides: { kind: 'conflict', because: 'same-person-twice' },
  two_sides_are_two_people: { kind: 'conflict', because: 'same-person-twice' },
  nobody_releases_for_themselves: { kind: 'conflict', because: 'same-person-twice' },
  reviewed_by_another: { kind: 'conflict', because: 'same-person-twice' },
  the_kit_is_held_by_two: { kind: 'conflict', because: 'same-person-twice' },
  one_request_at_a_time: { kind: 'conflict', because: 'already-answered' },
  identity_halves_pkey: { kind: 'conflict', because: 'already-answered' },
  one_open_act_a_record: { kind: 'conflict', because: 'already-answered' },
  a_held_record_is_not_destroyed: { kind: 'conflict', because: 'held' },
  one_running_import: { kind: 'conflict', because: 'already-owned' },
  idempotency_keys_pkey: { kind: 'conflict', because: 'sent-twice-at-once' },
  a_level_needs_two_raters: { kind: 'invalid', fields: { level: 'two-raters-needed' } },
  a_level_lies_between_its_ratings: { kind: 'invalid', fields: { level: 'not-between-the-two' } },
  lowering_needs_both_raters: { kind: 'invalid', fields: { level: 'lowering-needs-both' } },
  two_different_raters: { kind: 'conflict', because: 'same-person-twice' },
  two_ratings_a_round: { kind: 'conflict', because: 'already-answered' },
  nothing_is_dropped_at_closing: { kind: 'invalid', fields: { reason: 'has-open-actions' } },
  no_case_is_passed_over: { kind: 'invalid', fields: { putOffRest: 'cases-not-spoken-of' } },
  an_ended_meeting_stands: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  a_referral_says_what_if_missed: { kind: 'invalid', fields: { fallback: 'required' } },
  groups_are_recorded_lawfully: { kind: 'invalid', fields: { groupId: 'groups-are-off' } },
  a_group_is_recorded_while_open: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  one_case_an_archive: { kind: 'invalid', fields: { file: 'brought-in-already' } },
  an_extract_is_for_a_consultant: { kind: 'invalid', fields: { readerId: 'not-a-consultant-here' } },
  an_ended_extract_stands: { kind: 'not-found' },
  a_consultant_holds_no_key: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  a_recused_person_has_no_part: { kind: 'invalid', fields: { personId: 'recused' } },
  no_link_to_what_proved_unfounded: { kind: 'not-found' },
  a_disclosure_is_not_rewritten: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  stage_follows_its_exit_decision: { kind: 'invalid', fields: { to: 'exit-skipped' } },
  a_stage_leads_where_it_may: { kind: 'invalid', fields: { to: 'not-from-this-stage' } },
  verified_by_another: { kind: 'conflict', because: 'same-person-twice' },
  approved_by_another: { kind: 'conflict', because: 'same-person-twice' },
  version_is_settled: { kind: 'conflict', because: 'already-decided' },
  one_open_version: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  library_versions_pkey: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  library_publications_pkey: { kind: 'conflict', because: 'changed-since-you-opened-it' },
  officer_is_not_on_leave: { kind: 'invalid', fields: { officerId: 'on-leave' } },
  second_is_not_on_leave: { kind: 'invalid', fields: { secondId: 'on-leave' } },
  one_open_swap_a_part: { kind: 'conflict', because: 'already-answered' },
  swap_of_ones_own_shift: { kind: 'conflict', because: 'already-answered' },
  swap_with_another: { kind: 'conflict', because: 'same-person-twice' },
  duty_shifts_check2: { kind: 'conflict', because: 'same-person-twice' },
  recovery_confirmed_by_two: { kind: 'conflict', because: 'same-person-twice' },
  people_email: { kind: 'invalid', fields: { email: 'email-taken' } },
  one_lending_at_a_time: { kind: 'invalid', fields: { personId: 'already-lent' } },
  a_lending_goes_forward: { kind: 'conflict', because: 'already-answered' },
  whoever_is_lent_holds_no_office: { kind: 'invalid', fields: { roles: 'lent' } },
  memberships_pkey: { kind: 'conflict', because: 'already-a-member' },
  communities_slug_key: { kind: 'invalid', fields: { slug: 'slug-taken' } },
  slug_hides_no_page: { kind: 'invalid', fields: { slug: 'slug-taken' } },
};

const unavailableCodes = /^(08|57P0|53|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ENOSPC|EDQUOT)/;

/** Turns a database error, or a lost key store, into the refusal that it means, or gives it back unchanged. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof KeyStoreUnavailable) return new Refused({ kind: 'unavailable', what: 'key-store' });
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  if (constraint && constraintRefusals[constraint]) return new Refused(constraintRefusals[constraint]);
  // A number that somebody sent and that no column holds.
  if (code === '22003') return new Refused({ kind: 'invalid', fields: { '(body)': 'not-valid' } });
  const lost =
    error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  if (lost || (typeof code === 'string' && unavailableCodes.test(code)))
    return new Refused({ kind: 'unavailable', what: 'database' });
  return error;
}
