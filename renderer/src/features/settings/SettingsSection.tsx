import { type ReactNode, useId } from 'react';

/** One subject: its heading at the side, what can be set beside it. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className="settings-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="settings-content">{children}</div>
    </section>
  );
}
