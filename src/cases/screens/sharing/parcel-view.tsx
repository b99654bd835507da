import { Facts, Words } from '../../../console/kit/facts.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { Parcel } from '../../contract.ts';
import { parcelWords } from '../../words/parcel/index.ts';
import { parcelText } from '../../words/parcel/parcel-text.ts';

/** Exactly what was or will be given, as the recipient reads it. */
export const ParcelView = ({ parcel, withFacts }: { parcel: Parcel; withFacts?: boolean }) => {
  const words = useWords(parcelWords);
  const { facts, heading, passages, notes } = parcelText(parcel, words);
  return (
    <div className="card">
      {withFacts && <Facts rows={facts} />}
      {heading && (
        <p>
          <strong>{heading}</strong>
        </p>
      )}
      {passages.map(({ mark, words: said, facts: about }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn from one text, never reordered
        <div key={index}>
          {mark && <p className="hint">{mark}</p>}
          <Words>{said}</Words>
          {about.map(([label, value]) => (
            <p key={label} className="hint">
              {label}: {value}
            </p>
          ))}
        </div>
      ))}
      {withFacts && notes.map((note) => <p key={note}>{note}</p>)}
    </div>
  );
};
