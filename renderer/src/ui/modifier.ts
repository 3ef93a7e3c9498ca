/** The key that goes with letters in shortcuts, as it is printed on keyboards. */
export const modifier = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
