/** How much of a text a box cannot hold where it is put in place of what is chosen there, in UTF-16 units; else 0. */
export function overhang(
  box: Pick<HTMLInputElement, 'value' | 'maxLength' | 'selectionStart' | 'selectionEnd'>,
  text: string,
): number {
  if (box.maxLength < 0) return 0;
  const chosen = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0);
  // A box counts every line break as one.
  const length = box.value.length - chosen + text.replace(/\r\n/g, '\n').length;
  return Math.max(0, length - box.maxLength);
}
