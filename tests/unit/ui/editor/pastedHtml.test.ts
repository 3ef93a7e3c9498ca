import { expect, test } from 'vitest';
import { emphasisIn } from '#renderer/ui/editor/pastedHtml.ts';

test.each([
  ['font-weight: 700', { bold: true, italic: undefined }],
  ['color:red;font-weight:bold', { bold: true, italic: undefined }],
  ['font-weight:normal;', { bold: false, italic: undefined }],
  ['FONT-WEIGHT: 400; font-style: italic', { bold: false, italic: true }],
  ['font-style:oblique 10deg', { bold: undefined, italic: true }],
  ['font-style: normal', { bold: undefined, italic: false }],
  ['x-font-weight: 700', { bold: undefined, italic: undefined }],
  ['', { bold: undefined, italic: undefined }],
])('%j says %j', (style, emphasis) => {
  expect(emphasisIn(style)).toEqual(emphasis);
});
