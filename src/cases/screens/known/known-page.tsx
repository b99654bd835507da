import type { OpenedCase, Statement } from '../../../console/api/cases.ts';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Empty, Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { protectiveFactors } from '../../words/vocabulary.ts';
import { OpenedPage } from '../opened-page.tsx';
import { type Group, type Known, knownOf, missingIn } from './what-is-known.ts';
import { knownWords } from './words/index.ts';

const KnownSign = ({ known }: { known: Known }) => {
  const { t } = useWords(knownWords);
  return (
    <li>
      <strong>{t(`sign.${known.sign}`)}</strong>{' '}
      <span className="hint">
        {t('known.sources', { count: known.sources })} ·{' '}
        {known.statements.map(({ position }) => t('known.statement', { position })).join(', ')}
      </span>{' '}
      {known.isFirstHand && <StateMark>{t('known.firsthand')}</StateMark>}{' '}
      {known.isContradicted && <StateMark tone="late">{t('known.contradicted')}</StateMark>}
    </li>
  );
};

interface SignsProps {
  group: Group;
  statements: readonly Statement[];
  /** The level of its heading on the page. */
  heading: 'h2' | 'h3';
}

const Signs = ({ group, statements, heading: Heading }: SignsProps) => {
  const { t } = useWords(knownWords);
  const known = knownOf(group, statements);
  return (
    <section>
      <Heading>{t(`known.${group}`)}</Heading>
      {known.length === 0 ? (
        <p className="hint">{t('known.nothing')}</p>
      ) : (
        <ul>
          {known.map((each) => (
            <KnownSign key={each.sign} known={each} />
          ))}
        </ul>
      )}
    </section>
  );
};

const Protective = ({ statements }: { statements: readonly Statement[] }) => {
  const { t } = useWords(knownWords);
  const known = protectiveFactors.filter((factor) => statements.some(({ protective }) => protective.includes(factor)));
  return (
    <section>
      <h3>{t('known.protective')}</h3>
      {known.length === 0 ? (
        <p className="hint">{t('known.nothing')}</p>
      ) : (
        <ul>
          {known.map((factor) => (
            <li key={factor}>{t(`protective.${factor}`)}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Missing = ({ statements }: { statements: readonly Statement[] }) => {
  const { t } = useWords(knownWords);
  const missing = missingIn(statements);
  if (missing.length === 0) return <Empty>{t('known.missing-none')}</Empty>;
  return (
    <ul>
      {missing.map((each) => (
        <li key={each}>{t(`missing.${each}`)}</li>
      ))}
    </ul>
  );
};

const KnownView = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(knownWords);
  const { statements } = opened;
  return (
    <>
      <p>{t('known.about')}</p>
      <div className="side-by-side">
        <Signs group="motivation" statements={statements} heading="h2" />
        <Signs group="preparation" statements={statements} heading="h2" />
      </div>
      <Part title={t('known.missing')}>
        <Missing statements={statements} />
      </Part>
      <Part title={t('known.further')}>
        <div className="side-by-side">
          {(['proximal', 'exposure', 'context', 'support'] as const).map((group) => (
            <Signs key={group} group={group} statements={statements} heading="h3" />
          ))}
          <Protective statements={statements} />
        </div>
      </Part>
    </>
  );
};

/** Motives and preparation side by side: what is known, from how many independent sources, and what is missing. */
export const KnownPage = () => {
  const { t } = useWords(knownWords);
  return <OpenedPage title={() => t('known.title')}>{(opened) => <KnownView opened={opened} />}</OpenedPage>;
};
