import { useMemo } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { dayWords } from '../../ui/days.ts';
import type { Say } from './growthView.ts';

export function useSay(): Say {
  const { locale } = useLocale();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale);
    return { day: (day) => dayWords(day, 'long', locale), number: (value) => numbers.format(value) };
  }, [locale]);
}
