import type { LooseNoteTale } from './tale.ts';

/** What Judith wrote down between walks. Spread over the year, so that a day has often been there before. */
export const looseNotes: readonly LooseNoteTale[] = [
  {
    at: [3, -8],
    words: `The man from plot 15 came round because my water butt had burst on to his onions. I said sorry for about a
      minute. He said: "Are you all right, though?" Told him, God help us both. We have agreed to walk.`,
  },
  { at: [3, 3], words: `Told Bea about the walks. "So it is a friend", she said, "with a timetable." Yes.` },
  {
    at: [3, 9],
    words: `The acceptance speech was quite good, by the way. I shall use the bit about the hatch for something.`,
  },
  {
    at: [3, 148],
    words: `Things Mum said this week that were true:

      - the sea is not going anywhere
      - Neil always did leave the table before the plates
      - you have my hands but you do not put them down`,
  },
  {
    at: [2, 2],
    words: `Read the whole first year in one sitting. We are funnier than I thought, and slower.`,
  },
  { at: [2, 6], words: `Kofi's onions have won something. He says they were watered early.` },
  {
    at: [2, 160],
    words: `A photograph of a very small hand round a spoke key. No words needed, and none came, and I sat in the corridor
      and looked at it until they called my name.`,
  },
  { at: [2, 226], words: `Sunday. Sent him Mum's new window. He sent back a foot. Hers, not his.` },
  { at: [1, 3], words: `Soles, not jaw. Soles, not jaw. Wrote it on the inside of the cupboard.` },
  { at: [1, 8], words: `*Being asked what tired feels like* is worth the walk in the rain by itself.` },
  {
    at: [1, 49],
    words: `Nobody came to harm.

      > You train people so that they can catch you. He caught you. So.

      Kofi, by message, at ten at night, and he had asked first whether he might.`,
  },
  { at: [1, 193], words: `Oonagh's eyebrow has forgiven me.` },
  {
    at: [0, -16],
    words: `For the next walk:

      [x] string, dry
      [ ] the drawing, or an honest account of it
      [ ] ask K whether the fourth edition holds as it is, or whether we look at it sooner`,
  },
  {
    at: [0, -4],
    words: `Walked home from choir, the long way, past the chapel wall where I stood. Said good evening to it.`,
  },
];
