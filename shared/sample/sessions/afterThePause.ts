import type { SessionTale } from '../tale.ts';

/** Five months later: a small person in a sling, a mother in a room with the sea in it, and a letter to a choir. */
export const afterThePause: readonly SessionTale[] = [
  {
    at: [2, 262],
    how: 'walk',
    where: 'Endcliffe Park, slowly, with pram',
    title: 'Four of us, if you count Mum’s stick',
    from: '10:30',
    to: '11:40',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 25,
        rate: '3>5 5>6 2>3 6>7',
        words: `This is Esi. Five weeks early, and on a Sunday, which settled the name: Esi is a girl born on a Sunday. We had a
          list of eleven others.

          I know how to do: flannel, orange, showing up. She knows how to do: everything else.`,
        held: `He rocks from foot to foot now even when he is not holding her.`,
        saw: `Five months of Sundays with a photograph, and you missed one. I have kept them all.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 25,
        rate: '5>6 4>5 4>5 5>6',
        words: `Mum moved in {February|May|August|November}. Third home, window, sea. On the second day she told the man with the rugby
          to mind his language and he stood up and apologised. So that's her settled.

          I borrowed her spare stick for the hill. Rather liked it.`,
      },
    ],
  },
  {
    at: [2, 276],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'How we begin again',
    from: '10:00',
    to: '11:15',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        minutes: 26,
        rate: '6>7 5>6 5>6 6>7',
        words: `We made the agreement again from the beginning instead of renewing it. Ninety minutes is no longer a thing
          that exists for him. Sixty is, if it starts when she falls asleep.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'shed',
        minutes: 25,
        rate: '5>6 5>6 3>4 6>7',
        words: `Danny ran it. I want that in writing somewhere. Eleven Saturdays. He put up a sign: WE ARE OPEN, KOFI IS
          HAVING A BABY. People brought casseroles *and* toasters.`,
      },
    ],
  },
  {
    at: [2, 290],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'Walking it backwards',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'buddy',
        method: 'stringAndMats',
        ask: 'coat',
        line: 'backwards',
        minutes: 37,
        rate: '5>8 5>7 4>5 7>8',
        why: 'From the far end there are only two steps, and one is a second bench.',
        words: `Started at *five years from now* and walked backwards with Esi on my front, so she had the better view. At
          the far end there were four people at work and I was the one sweeping.

          Just before that: I'd taught somebody to do the books. Just before that: a second bench. Just before that:
          next Tuesday, apparently.`,
        saw: `You put yourself last on your own line, with a broom, and were delighted. Where did the coat go?`,
        promise: {
          what: 'Clear the left side of the shed for a second bench',
          due: 9,
          sure: 8,
          goal: 'rent',
          end: 'kept',
          learned: 'Found the door to the yard behind the prams. We had a yard!',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'bea',
        minutes: 22,
        rate: '6>6 6>6 6>6 6>6',
        words: `Drove Bea up. Carried a lamp and a fish tank up four floors and did not once mention radiators. Cried at the
          services at Tebay, into a very good pie.`,
      },
    ],
  },
  {
    at: [2, 304],
    how: 'call',
    where: 'By telephone, she in the bath (Esi)',
    title: 'Bath time',
    from: '18:15',
    to: '18:50',
    halves: [
      {
        by: 'me',
        minutes: 16,
        ask: 'visit',
        rate: '4>6 4>5 5>6 5>6',
        words: `Caught myself reading Mum's medicine chart upside down while she was telling me about a boat. Kofi, over
          splashing: "So what was the boat called?" I did not know. That is the whole note.`,
        promise: {
          what: 'Visit Mum once without going near the chart',
          due: 5,
          sure: 6,
          end: 'kept',
          learned: 'The boat was called Patience, and so was its owner, and Mum nearly married her brother.',
        },
      },
      {
        by: 'buddy',
        minutes: 12,
        rate: '?>? ?>? 3>4 ?>?',
        words: `Splash. Nothing to report but splash.`,
      },
    ],
  },
  {
    at: [2, 318],
    how: 'walk',
    where: 'Graves Park',
    title: 'An alto who counts',
    from: '10:00',
    to: '11:10',
    halves: [
      {
        by: 'me',
        method: 'grow',
        ask: 'singing',
        minutes: 28,
        rate: '5>7 4>6 6>7 6>8',
        words: `What would singing cost me, really? Thursdays, nine pounds a month and being heard. Two of those I can afford.

          Kofi asked what the third one costs *now*, not singing. I had to look at a cow for some time.`,
        promise: {
          what: 'Write to the choir. Three lines. Send it from here, at the gate',
          due: 0,
          sure: 9,
          goal: 'sing',
          end: 'kept',
          learned:
            'Sent at 11:12 with a cow as witness. Answer at 11:40: "We still have your folder number."',
        },
      },
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'coat',
        minutes: 25,
        rate: '6>7 6>7 4>5 7>7',
        words: `Up to a six. Left at four today, with people still in there. They didn't look up.`,
      },
    ],
  },
  {
    at: [2, 332],
    how: 'walk',
    where: 'Rivelin valley',
    title: 'Thursday',
    from: '10:00',
    to: '11:15',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'singing',
        minutes: 27,
        rate: '6>8 5>7 7>8 7>9',
        words: `I went. I sat next to a woman called Oonagh who smells of horses and has perfect pitch. In the third bar I
          stopped counting and nothing fell down.`,
        saw: `You told that in the present tense.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 26,
        rate: '6>7 6>7 3>4 7>8',
        words: `Papa is coming, for a month. I've been listing what he'll find wrong. J asked for the list of what he'll
          find. Esi's at the top of it, then the radio, then me.`,
        promise: {
          what: 'Meet Papa at the airport in a tie',
          due: 16,
          sure: 9,
          end: 'kept',
          learned: 'He was in a jumper. We both laughed until the barrier man moved us on.',
        },
      },
    ],
  },
  {
    at: [2, 346],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Three generations and a pram',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 29,
        rate: '7>9 7>8 5>6 8>9',
        why: 'He said it. In his way, but he said it.',
        words: `Papa took a broken carriage clock from the shelf, without asking, and mended it. Forty minutes. Then he said
          to Danny: "My son has the patience of his mother." I went out into the yard.

          I'm calling it answered. What kind of father: one that was shown more than he was told.`,
        held: `We stood at the stream a good while. I had nothing useful to say and said it.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'fridays',
        minutes: 25,
        rate: '7>7 7>7 6>6 6>6',
        words: `The Fridays are mine and I am filling them up again. Lunch club, choir committee, Mrs Hallam's cat. All of it
          nice. *All of it nice* is how it started last time.`,
        promise: {
          what: 'Write down after each Friday: tired well, or tired badly',
          due: 30,
          sure: 8,
          goal: 'fridays',
          end: 'kept',
          learned: 'Well, well, badly, well, badly, badly. The bad ones all had a meeting in them.',
        },
      },
    ],
  },
];
