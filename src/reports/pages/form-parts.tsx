import type { ReactNode } from 'react';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import {
  concernsAbout,
  exposureSigns,
  motivationSigns,
  placeKinds,
  preparationSigns,
  type Sign,
  waysOfKnowing,
} from '../contract.ts';
import { CrisisLines } from './emergency-panel.tsx';
import { Choices, Rows, TextField, Tick } from './fields.tsx';
import type { ReportErrors, ReportFormValues } from './form-values.ts';
import { ImagesField } from './images-field.tsx';
import type { PageWords } from './page-words.ts';

export interface PartProps {
  setting: PublicSetting;
  values: ReportFormValues;
  errors: ReportErrors;
  words: PageWords;
}

interface FrameProps {
  part: number;
  title: string;
  words: PageWords;
  isOptional?: boolean;
  children: ReactNode;
}

export const partCount = 4;

/** One group of questions with its place among the others, told in words. */
export const Part = ({ part, title, words, isOptional, children }: FrameProps) => (
  <section className={part === 1 ? 'part danger-part' : 'part'} aria-labelledby={`part-${part}`}>
    <p className="progress">
      {words.t('reports.form.part', { part, parts: partCount })}
      {isOptional && ` · ${words.t('reports.form.optional')}`}
    </p>
    <h2 id={`part-${part}`}>{title}</h2>
    {children}
  </section>
);

export const WhatPart = ({ values, errors, words }: PartProps) => {
  const aside = words.t('reports.form.optional');
  return (
    <Part part={2} title={words.t('reports.form.what.title')} words={words}>
      <TextField
        name="what"
        label={words.t('reports.form.what.label')}
        hint={words.t('reports.form.what.hint')}
        value={values.what}
        error={errors.what}
        lines={7}
        isRequired
        words={words}
      />
      <TextField
        name="when"
        label={words.t('reports.form.when.label')}
        hint={words.t('reports.form.when.hint')}
        value={values.when}
        error={errors.when}
        aside={aside}
        words={words}
      />
      <Choices
        kind="radio"
        name="whereKind"
        legend={words.t('reports.form.where-kind.legend')}
        choices={placeKinds.map((value) => ({ value, label: words.t(`reports.form.where-kind.${value}`) }))}
        chosen={[values.whereKind]}
        error={errors.whereKind}
        aside={aside}
        words={words}
      />
      <TextField
        name="where"
        label={words.t('reports.form.where.label')}
        value={values.where}
        error={errors.where}
        aside={aside}
        words={words}
      />
      <fieldset className="field">
        <legend>{words.t('reports.form.named.legend')}</legend>
        <Tick name="targetOrTimeNamed" label={words.t('reports.form.named')} isTicked={values.targetOrTimeNamed} />
      </fieldset>
    </Part>
  );
};

const SelfHarm = ({ setting, values, words }: PartProps) => (
  <fieldset className="field" aria-describedby="self-harm-care">
    <legend>{words.t('reports.form.self-harm.legend')}</legend>
    <CrisisLines setting={setting} words={words} />
    <Tick name="selfHarm" label={words.t('reports.form.self-harm.yes')} isTicked={values.selfHarm} />
    <p className="hint after" id="self-harm-care">
      {words.t('reports.form.self-harm.care')}
    </p>
  </fieldset>
);

export const AboutPart = (props: PartProps) => {
  const { values, errors, words } = props;
  return (
    <Part part={3} title={words.t('reports.form.about.title')} words={words} isOptional>
      <Choices
        kind="radio"
        name="about"
        legend={words.t('reports.form.about.legend')}
        choices={concernsAbout.map((value) => ({ value, label: words.t(`reports.form.about.${value}`) }))}
        chosen={[values.about]}
        error={errors.about}
        words={words}
      />
      <div className="only-staff">
        <TextField
          name="staffName"
          label={words.t('reports.form.staff-name.label')}
          hint={words.t('reports.form.staff-name.hint')}
          value={values.staffName}
          error={errors.staffName}
          words={words}
        />
      </div>
      <TextField
        name="aboutWhom"
        label={words.t('reports.form.about-whom.label')}
        hint={words.t('reports.form.about-whom.hint')}
        value={values.aboutWhom}
        error={errors.aboutWhom}
        lines={3}
        words={words}
      />
      <SelfHarm {...props} />
    </Part>
  );
};

type PublicSign = Exclude<Sign, `W${string}`>;

const signGroups: readonly { group: 'motivation' | 'preparation' | 'exposure'; signs: readonly PublicSign[] }[] = [
  { group: 'motivation', signs: motivationSigns },
  { group: 'preparation', signs: preparationSigns },
  { group: 'exposure', signs: exposureSigns },
];

const Signs = ({ values, words }: PartProps) => (
  <fieldset className="field" aria-describedby="signs-hint">
    <legend>{words.t('reports.form.signs.legend')}</legend>
    <p className="hint" id="signs-hint">
      {words.t('reports.form.signs.hint')}
    </p>
    {signGroups.map(({ group, signs }) => (
      <details key={group} open={signs.some((sign) => values.signs.includes(sign))}>
        <summary>{words.t(`reports.signs.${group}`)}</summary>
        <Rows
          kind="checkbox"
          name="signs"
          choices={signs.map((value) => ({ value, label: words.t(`reports.sign.${value}`) }))}
          chosen={values.signs}
        />
      </details>
    ))}
  </fieldset>
);

export const MorePart = (props: PartProps & { chooseFilesAgain: boolean }) => {
  const { values, errors, words } = props;
  return (
    <Part part={4} title={words.t('reports.form.more.title')} words={words} isOptional>
      <Choices
        kind="checkbox"
        name="howKnown"
        legend={words.t('reports.form.how-known.legend')}
        choices={waysOfKnowing.map((value) => ({ value, label: words.t(`reports.form.how-known.${value}`) }))}
        chosen={values.howKnown}
        error={errors.howKnown}
        words={words}
      />
      <TextField
        name="whoElseKnows"
        label={words.t('reports.form.who-else.label')}
        hint={words.t('reports.form.who-else.hint')}
        value={values.whoElseKnows}
        error={errors.whoElseKnows}
        words={words}
      />
      <Signs {...props} />
      <ImagesField words={words} chooseAgain={props.chooseFilesAgain} />
      <TextField
        name="earlierReport"
        label={words.t('reports.form.earlier.label')}
        hint={words.t('reports.form.earlier.hint')}
        value={values.earlierReport}
        error={errors.earlierReport}
        words={words}
      />
      {props.setting.takesContact && (
        <TextField
          name="contact"
          label={words.t('reports.form.contact.label')}
          hint={words.t('reports.form.contact.hint')}
          value={values.contact}
          error={errors.contact}
          lines={2}
          words={words}
        />
      )}
    </Part>
  );
};
