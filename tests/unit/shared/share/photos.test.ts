import { describe, expect, it } from 'vitest';
import { inspectPhoto } from '#shared/share/photos.ts';
import { webp } from '../../../support/webp.ts';

describe('a photo from somebody else', () => {
  it.each(['VP8 ', 'VP8L', 'VP8X'] as const)('as %s says its size', (chunk) => {
    expect(inspectPhoto(webp(2400, 1600, chunk))).toEqual({ ok: true, value: { width: 2400, height: 1600 } });
  });

  it.each(['VP8 ', 'VP8L', 'VP8X'] as const)('as %s may not unfold into gigabytes', (chunk) => {
    expect(inspectPhoto(webp(16_000, 16_000, chunk))).toEqual({ ok: false, error: 'too-large' });
  });

  it('is refused where it moves, or is no WebP', () => {
    const animated = webp(10, 10, 'VP8X', 2);
    const cut = webp(10, 10).subarray(0, 29);
    const gif = new TextEncoder().encode('GIF89a and more, and more, and more');
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    for (const bytes of [animated, cut, gif, svg, new Uint8Array(), webp(0, 5)]) {
      expect(inspectPhoto(bytes)).toEqual({ ok: false, error: 'no-photo' });
    }
  });
});
