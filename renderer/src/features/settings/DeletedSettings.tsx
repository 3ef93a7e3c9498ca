import { useLocation } from 'wouter';
import { useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** The way to what was deleted. */
export function DeletedSettings() {
  const [, go] = useLocation();
  const isEmpty = useView((view) => view.deleted().length === 0);
  return (
    <SettingsSection title="Deleted things">
      <p>
        {isEmpty
          ? 'Nothing has been deleted. What you delete is kept here, and can be brought back at any time.'
          : 'What you delete is kept, with all its words, and can be brought back at any time.'}
      </p>
      <div>
        <Button icon="trash" onPress={() => go('/trash')}>
          Look at deleted things
        </Button>
      </div>
    </SettingsSection>
  );
}
