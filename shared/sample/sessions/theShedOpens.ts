import type { SessionTale } from '../tale.ts';

/** The Mending Shed, an empty room upstairs, and two fathers; until the baby comes early. */
export const theShedOpens: readonly SessionTale[] = [
  {
    at: [3, 267],
    how: 'inPerson',
    where: 'The old sorting office, back half',
    title: 'Sitting on a pallet',
    from: '14:00',
    to: '15:20',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'shed',
        minutes: 32,
        rate: '6>6 5>6 7>8 9>9',
        words: `Signed on Tuesday. It smells of string and rain. I've told everybody I'm terrified except the people who
          lent me the money.`,
        promise: {
          what: 'Tell the bank of Lena that I’m frightened',
          due: 2,
          sure: 8,
          end: 'kept',
          learned: 'She said: good, she had begun to worry that I wasn’t.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'fridays',
        minutes: 28,
        rate: '7>7 7>7 7>7 7>7',
        words: `My third free Friday. Did the crossword in pen.`,
        held: `There's a way you sit now with your feet apart, like a farmer at an auction.`,
      },
    ],
  },
  {
    at: [3, 281],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'What a shed costs',
    from: '16:45',
    to: '18:00',
    halves: [
      {
        by: 'me',
        method: 'scaling',
        ask: 'lunch',
        minutes: 27,
        rate: '6>7 6>7 6>7 7>8',
        words: `A six. Why not a four: because on Friday Mr Adeyemi brought his tablets in a biscuit tin and we drank tea
          over the tin and by the end he knew which was which. Two of them were buttons.`,
        promise: {
          what: 'Ask the centre for the corner table, every second Friday',
          due: 10,
          sure: 8,
          end: 'kept',
          learned: 'They had already put my name on it. Misspelt. I’m leaving it.',
        },
      },
      {
        by: 'buddy',
        method: 'grow',
        ask: 'shed',
        minutes: 30,
        rate: '5>6 5>5 6>6 8>8',
        words: `Rent, insurance, a compressor. I can say the sum aloud now in the same voice as other words.`,
      },
    ],
  },
  {
    at: [3, 295],
    how: 'call',
    where: 'By telephone, he under a bench',
    title: 'Opening day minus one',
    from: '21:00',
    to: '21:35',
    halves: [
      {
        by: 'buddy',
        minutes: 22,
        ask: 'shed',
        rate: '?>? 3>5 3>4 ?>8',
        words: `Rang at nine because I had put the sign up and it says MENDING SHED and I can't stop looking at it.`,
        held: `I held the telephone and he held the ladder. I could hear it creak.`,
      },
    ],
  },
  {
    at: [3, 316],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'After the first fortnight',
    from: '17:00',
    to: '18:15',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'shed',
        minutes: 30,
        rate: '6>7 6>7 4>6 8>8',
        words: `Forty-one things came in. Thirty went out working, nine went out explained, two we buried.

          A boy from Year 9 came to see if I was really gone or just somewhere else. He's coming Saturdays.`,
        saw: `You said "we" eight times. In your last term it was always "they".`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 26,
        rate: '6>6 5>5 5>5 6>6',
        words: `Looked at three homes. One smelt of cabbage, one of lilies, which is worse. In the third a man was
          shouting at the rugby and nobody minded. Mum said: "that one, he has blood in him".`,
        promise: {
          what: 'Put Mum’s name down at the third one, for when',
          due: 7,
          sure: 6,
          end: 'letGo',
          on: 12,
          learned: 'Neil wants to come and see it first. I find that I can wait three weeks for once.',
        },
      },
    ],
  },
  {
    at: [3, 330],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'No, kindly',
    from: '16:45',
    to: '18:00',
    halves: [
      {
        by: 'me',
        method: 'ideaSwap',
        ask: 'no',
        minutes: 29,
        rate: '4>6 4>6 6>7 6>7',
        words: `Ways to say it, collected between the gate and the big beech:

          - not this time, and thank you for thinking of me
          - I can do it badly or not at all, which?
          - no (with a biscuit)
          - let me tell you tomorrow, and then tell them no tomorrow
          - ask Gareth

          The last is a person, and a good idea.`,
        held: `She practised on a dog. The dog accepted it.`,
        promise: {
          what: 'Say one of the five, once, at work, out loud',
          due: 8,
          sure: 7,
          end: 'kept',
          learned: 'Number two. They chose "not at all" and were entirely cheerful about it.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'mending',
        minutes: 27,
        rate: '5>5 5>5 5>6 7>7',
        words: `Let the question rest, I think. It isn't asking anything at the moment, it's just sitting in the shed with
          its feet up.`,
      },
    ],
  },
  {
    at: [3, 344],
    how: 'walk',
    where: 'Whirlow and Limb valley',
    title: 'Two lines on a stick',
    from: '09:45',
    to: '11:20',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 36,
        rate: '1>3 3>4 8>7 8>9',
        words: `Lena is expecting. We've known for six hours. Now it's three of us who know, and one who is.

          I want to write something sensible here. I keep writing *hm*.`,
        held: `He walked into a gatepost and apologised to it.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'no',
        minutes: 20,
        rate: '6>6 6>6 6>7 6>6',
        words: `Mostly I grinned. Also: said no to the bank holiday rota *and* to feeling bad about it; managed one and a half
          of the two.`,
      },
    ],
  },
];
