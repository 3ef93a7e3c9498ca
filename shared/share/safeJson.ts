import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { shareLimits } from './limits.ts';

export type JsonProblem =
  | 'not-json'
  /** Nested deeper than anything we write. */
  | 'too-deep'
  /** More text than a record may hold. */
  | 'too-long'
  /** It names what every object inherits: nobody writes that but to do harm. */
  | 'unsafe-key';

const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** How deep and how long JSON may be. */
export interface JsonLimits {
  readonly depth: number;
  readonly recordText: number;
}

/** JSON from a stranger. Its depth is counted before it is parsed, so that no stack is spent on it. */
export function parseStrangersJson(
  text: string,
  limits: JsonLimits = shareLimits,
): Result<unknown, JsonProblem> {
  if (isDeeper(text, limits.depth)) return err('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  const length = textIn(value);
  if (Number.isNaN(length)) return err('unsafe-key');
  return length > limits.recordText ? err('too-long') : ok(value);
}

/** Whether brackets are nested deeper outside of strings. Of JSON it is the truth, of anything else a guess. */
function isDeeper(text: string, allowed: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > allowed) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

/** All text in a value, keys included, counted in UTF-16 code units; NaN when a key is unsafe. */
function textIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let length = 0;
  if (Array.isArray(value)) {
    for (const child of value) length += textIn(child);
    return length;
  }
  for (const key of Object.keys(value)) {
    if (unsafeKeys.has(key)) return Number.NaN;
    length += key.length + textIn((value as Record<string, unknown>)[key]);
  }
  return length;
}

/** Whether something of our own is short enough to be read back by the same rules. */
export function isShortEnough(value: unknown): boolean {
  return textIn(value) <= shareLimits.recordText;
}
