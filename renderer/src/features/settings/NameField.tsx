import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';

/** A name being edited. An emptied field says so and changes nothing; left empty, the name comes back. */
export function NameField(props: {
  readonly label: string;
  readonly name: string;
  readonly onChange: (name: string) => void;
}) {
  const { label, name, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const isEmpty = typed?.trim() === '';
  return (
    <TextField
      label={label}
      value={typed ?? name}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() !== '') onChange(text.trim());
      }}
      onBlur={() => setTyped(undefined)}
      problem={isEmpty ? 'A name cannot be empty. The present one stays until you write another.' : undefined}
      maxLength={120}
      autoComplete="off"
      dir="auto"
    />
  );
}
