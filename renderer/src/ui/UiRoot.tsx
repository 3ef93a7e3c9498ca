import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Toasts } from './Toast.tsx';

/**
 * React Aria adds an inline style sheet the first time something can be pressed, unless an element with this id is
 * there. Our content policy refuses inline styles, so the rule stands in base.css and the id is taken here.
 */
const pressableStyleId = 'react-aria-pressable-style';
if (typeof document !== 'undefined' && !document.getElementById(pressableStyleId)) {
  const taken = document.createElement('meta');
  taken.id = pressableStyleId;
  document.head.append(taken);
}

export interface UiRootProps {
  readonly children: ReactNode;
  /** BCP 47, e.g. `en-GB`: how dates and numbers look and on which day weeks start. The system's unless told. */
  readonly locale?: string;
}

/** Stands once around everything: the locale for dates and numbers, and the place where messages appear. */
export function UiRoot({ children, locale = navigator.language }: UiRootProps) {
  return (
    <I18nProvider locale={locale}>
      {children}
      <Toasts />
    </I18nProvider>
  );
}
