import type { Start } from '#shared/shell/contract.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** Where the journal lies, and what it runs on. */
export function PlaceSettings({ start }: { readonly start: Start }) {
  const { versions, dataFolder } = start;
  return (
    <SettingsSection title="This copy">
      <dl className="settings-facts">
        <div>
          <dt>Your journal lies in</dt>
          <dd>
            <code>{dataFolder}</code>
          </dd>
        </div>
        <div>
          <dt>Version</dt>
          <dd>
            Stringwalk {versions.app}, on Electron {versions.electron} and Chromium {versions.chromium}
          </dd>
        </div>
      </dl>
    </SettingsSection>
  );
}
