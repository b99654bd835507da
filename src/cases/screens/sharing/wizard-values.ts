import type { OpenedCase } from '../../../console/api/cases.ts';
import { instantOf } from '../../../console/kit/zoned.ts';
import type { Language, Translator } from '../../../platform/i18n/index.ts';
import type { Parcel } from '../../contract.ts';
import type { CaseSharing, ShareInput } from './calls.ts';
import type { sharingWords } from './words/index.ts';

export const empty = {
  gives: '' as string,
  statementIds: [] as string[],
  summary: '',
  askOf: '',
  kind: '' as string,
  name: '',
  reach: '',
  language: '' as string,
  regime: '' as string,
  basis: '' as string,
  basisNote: '',
  necessity: '',
  isEmergency: false,
  way: '' as string,
  ageKey: '',
  partner: '' as string,
  email: '',
  endsAt: '',
};
export type Values = typeof empty;
type T = Translator<keyof (typeof sharingWords)['en']>['t'];
type Missing = Partial<Record<keyof Values, string>>;

/** What each step still needs before one goes on, beside its field. */
export const missingAt = (step: number, values: Values, sharing: CaseSharing, t: T): Missing => {
  const { gives, statementIds, summary, askOf, kind, name, regime, basis, isEmergency, necessity, way, endsAt } =
    values;
  const ground = sharing.bases.find(({ id, regime: of }) => id === basis && of === regime);
  const steps: Record<number, Missing> = {
    1: {
      ...(gives === '' && { gives: t('missing.gives') }),
      ...(gives === 'statements' && statementIds.length === 0 && { statementIds: t('missing.statements') }),
      ...(gives === 'summary' && summary.trim().length < 3 && { summary: t('missing.summary') }),
      ...(gives === 'contact' && askOf.trim().length < 2 && { askOf: t('missing.ask-of') }),
    },
    2: {
      ...(kind === '' && { kind: t('missing.kind') }),
      ...(name.trim().length < 2 && { name: t('missing.name') }),
    },
    3: {
      ...(regime === '' && { regime: t('missing.regime') }),
      ...(regime !== '' && !ground && { basis: t('missing.basis') }),
      ...(ground?.isEmergency && !isEmergency && { isEmergency: t('missing.emergency') }),
      ...(necessity.trim().length < 3 && { necessity: t('missing.necessity') }),
    },
    4: {
      ...(way === '' && { way: t('missing.way') }),
      ...(way === 'partner' &&
        (values.partner === '' || values.email.trim() === '') && { partner: t('missing.partner') }),
      ...(endsAt === '' && { endsAt: t('missing.ends') }),
    },
  };
  return steps[step] ?? {};
};

/** What is sent, on the clocks of the community. */
export const inputOf = (values: Values, reader: Language, timeZone: string): ShareInput => ({
  gives: values.gives as ShareInput['gives'],
  statementIds: values.gives === 'statements' ? values.statementIds : [],
  summary: values.summary,
  askOf: values.askOf,
  recipient: { kind: values.kind as ShareInput['recipient']['kind'], name: values.name, reach: values.reach },
  basis: values.basis,
  basisNote: values.basisNote,
  necessity: values.necessity,
  isEmergency: values.isEmergency,
  endsAt: instantOf(values.endsAt, timeZone),
  way: values.way as ShareInput['way'],
  language: (values.language || reader) as Language,
  ageKey: values.ageKey,
  partner: values.way === 'partner' ? { slug: values.partner, email: values.email } : null,
});

/** What would leave the case, to be looked at before it does. */
export const previewOf = (
  values: Values,
  opened: OpenedCase,
): Pick<Parcel, 'gives' | 'statements' | 'summary' | 'askOf'> => ({
  gives: values.gives as Parcel['gives'],
  statements: opened.statements
    .filter(({ id }) => values.gives === 'statements' && values.statementIds.includes(id))
    .map(({ kind, words, happened, where, how }) => ({ kind, words, happened, where, how })),
  summary: values.gives === 'summary' ? values.summary : '',
  askOf: values.gives === 'contact' ? values.askOf : '',
});
