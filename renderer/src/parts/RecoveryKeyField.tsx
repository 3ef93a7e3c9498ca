import './recoveryKeyField.css';
import { isKeyText, type TypedGroup, typedProblemWords, watchTypedKey } from '#shared/recovery/typedKey.ts';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface RecoveryKeyFieldProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** What came of trying it; what is wrong with the words themselves is said here while they are typed. */
  readonly problem: string | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** The words of a recovery sheet, looked at group by group as they are typed or pasted. */
export function RecoveryKeyField(props: RecoveryKeyFieldProps) {
  const { value, onChange, problem, isDisabled = false, autoFocus = false } = props;
  const groups = isKeyText(value) ? [] : watchTypedKey(value);
  const wrong = groups.find((group) => group.state === 'wrong');
  const fitting = groups.filter(({ state }) => state === 'fits').length;
  return (
    <div className="recovery-key">
      <TextField
        label="Recovery key"
        description="The words of your sheet, group after group. The text that begins with AGE-SECRET-KEY-1 will do as well."
        value={value}
        onChange={onChange}
        multiline
        problem={problem ?? (wrong ? typedProblemWords(wrong.problem) : undefined)}
        isDisabled={isDisabled}
        autoFocus={autoFocus}
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
      />
      {groups.length > 0 ? (
        <>
          <ol className="recovery-key-groups" aria-hidden="true">
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group's number is its place
              <li key={index} data-state={group.state}>
                <span>{index + 1}</span>
                <GroupMark state={group.state} />
              </li>
            ))}
          </ol>
          <p role="status" className="aside">
            {fitting === groups.length ? 'All eight groups fit.' : `${fitting} of 8 groups fit so far.`}
          </p>
        </>
      ) : null}
    </div>
  );
}

function GroupMark({ state }: { readonly state: TypedGroup['state'] }) {
  if (state === 'fits') return <Icon name="check" size={14} />;
  return state === 'wrong' ? <Icon name="problem" size={14} /> : null;
}
