/**
 * The first field of a form that says something is wrong, with the focus put into it. A day out of reach is never
 * passed on by its field, so what the form holds would be the day before it: it must not be written.
 */
export function focusWrongField(form: HTMLElement | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('.field[data-invalid]');
  if (!wrong) return false;
  wrong.querySelector<HTMLElement>('[role="spinbutton"], input, textarea')?.focus();
  return true;
}
