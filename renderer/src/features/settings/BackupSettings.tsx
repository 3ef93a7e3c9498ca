import { Link } from 'wouter';
import { SettingsSection } from './SettingsSection.tsx';

/** The way to the backups, which have a page of their own. */
export function BackupSettings() {
  return (
    <SettingsSection title="Backups">
      <p>
        Backups are made by themselves while you write, and read back to their last word. A second folder on
        another disk keeps them when this computer is gone.
      </p>
      <Link href="/settings/backups" className="settings-link">
        Backups and restoring
      </Link>
    </SettingsSection>
  );
}
