/** What the application menu (and its shortcuts) can ask of the window. */
export type Command =
  | { readonly name: 'go'; readonly place: Place }
  | { readonly name: 'new-session' }
  | { readonly name: 'search' }
  | { readonly name: 'lock' }
  | { readonly name: 'import-share' }
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
