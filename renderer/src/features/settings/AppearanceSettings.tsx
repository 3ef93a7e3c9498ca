import type { Settings, Start } from '#shared/shell/contract.ts';
import { modifier } from '../../ui/modifier.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Choice } from '../../ui/Select.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const themes: readonly Choice<Settings['theme']>[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function AppearanceSettings(props: {
  readonly start: Start;
  readonly onChange: (patch: Partial<Settings>) => void;
}) {
  const { start, onChange } = props;
  return (
    <SettingsSection title="Appearance">
      <Segmented
        label="Colours"
        value={start.settings.theme}
        onChange={(theme) => onChange({ theme })}
        choices={themes}
      />
      <p className="aside">
        Everything larger: <kbd>{modifier}</kbd> <kbd>+</kbd>. Smaller: <kbd>{modifier}</kbd> <kbd>−</kbd>.
        The size is remembered.
      </p>
    </SettingsSection>
  );
}
