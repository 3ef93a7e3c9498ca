/** What the application menu (and its shortcuts) can ask of the window. */
export type Command =
  | { readonly name: 'go'; readonly place: Place }
  | { readonly name: 'new-session' }
  | { readonly name: 'new-question' }
  | { readonly name: 'new-timeline' }
  | { readonly name: 'new-goal' }
  | { readonly name: 'search' }
  | { readonly name: 'lock' }
  | { readonly name: 'import-share' }
  | { readonly name: 'trash' }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'about' };

/** The ten places of the navigation, in its order; `today` is the route `/`. */
export const places = [
  'today',
  'sessions',
  'questions',
  'timelines',
  'goals',
  'growth',
  'years',
  'agreement',
  'share',
  'settings',
] as const;
export type Place = (typeof places)[number];

/** What the places are called, in the menu and in the window. People learn these; they do not change. */
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
