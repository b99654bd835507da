import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { imminenceFlags } from '../contract.ts';
import { EmergencyWords } from './emergency-panel.tsx';
import { Choices } from './fields.tsx';
import { Part, type PartProps } from './form-parts.tsx';

const chosenDanger = (dangerNow: boolean | undefined): string[] => (dangerNow === undefined ? [] : [String(dangerNow)]);

const DangerQuestions = ({ values, errors, words }: PartProps) => (
  <div className="danger-questions">
    <Choices
      kind="radio"
      name="dangerNow"
      legend={words.t('reports.form.danger.legend')}
      choices={[
        { value: 'true', label: words.t('reports.form.danger.yes') },
        { value: 'false', label: words.t('reports.form.danger.no') },
      ]}
      chosen={chosenDanger(values.dangerNow)}
      error={errors.dangerNow}
      isRequired
      words={words}
    />
    <Choices
      kind="checkbox"
      name="imminence"
      legend={words.t('reports.form.imminence.legend')}
      hint={words.t('reports.form.imminence.hint')}
      choices={imminenceFlags.map((value) => ({ value, label: words.t(`reports.imminence.${value}`) }))}
      chosen={values.imminence}
      words={words}
    />
  </div>
);

/**
 * Asks for danger first. The stylesheet alone makes the panel fill the screen as soon as danger is chosen, and hides
 * every other field until the reporter goes on: it needs no script and no way to the server.
 */
export const DangerPart = (props: PartProps) => {
  const { setting, values, words } = props;
  return (
    <Part part={1} title={words.t('reports.form.danger.title')} words={words}>
      <DangerQuestions {...props} />
      <div className="danger-panel">
        <div role="alert">
          <EmergencyWords setting={setting} words={words} level="h2" />
        </div>
        <label className="go-on" htmlFor="called">
          <input type="checkbox" id="called" name="called" value="true" defaultChecked={values.called} />
          <span>{words.t('reports.danger.continue')}</span>
        </label>
      </div>
      <div className="danger-remembered stack">
        <p>{words.t('reports.danger.remembered')}</p>
        <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />
      </div>
    </Part>
  );
};
