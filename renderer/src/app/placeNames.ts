import type { Place } from '#shared/shell/commands.ts';

/** What the places are called. People learn these; they do not change. */
export const placeNames: Readonly<Record<Place, string>> = {
  today: 'Today',
  sessions: 'Sessions',
  questions: 'Questions',
  timelines: 'Timelines',
  goals: 'Goals',
  growth: 'Growth',
  years: 'Years',
  agreement: 'Agreement',
  share: 'Share',
  settings: 'Settings',
};
