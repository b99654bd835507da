interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
}

/** One list to choose from in a GET form; its first entry chooses nothing. */
export const Choice = ({ name, label, any, chosen, options }: ChoiceProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <select id={name} name={name} defaultValue={chosen ?? ''}>
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);
