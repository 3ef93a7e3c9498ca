import type { SessionTale } from '../tale.ts';

/** The third year, until a fortnight ago: a concert, a shed with nineteen owners, and what a child hears. */
export const lately: readonly SessionTale[] = [
  {
    at: [1, 127],
    how: 'walk',
    where: 'Burbage Brook',
    title: 'Agreement, third edition and a half',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        minutes: 28,
        rate: '6>7 6>7 5>6 7>7',
        words: `We've written the towpath into it. "Ask before offering. *No* is an answer, *later* is an answer, and ISAs are
          never an answer."`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'visit',
        minutes: 27,
        rate: '6>7 6>6 6>6 6>7',
        words: `Mum called me Connie all afternoon. Connie was her sister, who got the good coat. So I was Connie. She told me
          what she thinks of Judith: "She counts. But she comes."`,
        held: `You told it as a funny story the first time. The second time you stopped after "comes".`,
      },
    ],
  },
  {
    at: [1, 141],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Nineteen owners',
    from: '10:00',
    to: '11:15',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'coat',
        minutes: 29,
        rate: '7>9 6>8 5>7 8>9',
        why: 'It is not a coat any more. It has nineteen sleeves.',
        words: `They said yes. Nineteen owners, one shed, and I'm the chair, which is apt. Bernadette cried and then corrected
          the apostrophe.

          Question answered: they do.`,
        saw: `You asked them for money and looked straight at them. You, of the drawer.`,
      },
      {
        by: 'me',
        method: 'scaling',
        ask: 'singing',
        minutes: 25,
        rate: '6>6 5>6 6>6 7>7',
        words: `Concert in seven weeks. I have four bars more or less by myself. I can hear them coming from as far off as
          breakfast.`,
        promise: {
          what: 'Sing the four bars to one person',
          due: 12,
          sure: 4,
          goal: 'sing',
          end: 'partly',
          on: 12,
          learned: 'Sang them to Mum. She joined in, a third below, in tune.',
        },
      },
    ],
  },
  {
    at: [1, 155],
    how: 'call',
    where: 'By telephone',
    title: 'Chickenpox',
    from: '20:00',
    to: '20:25',
    halves: [
      {
        by: 'buddy',
        minutes: 13,
        rate: '?>? ?>? 2>3 ?>?',
        words: `She has it everywhere and I've drawn a map. Old habits.`,
      },
      {
        by: 'me',
        minutes: 9,
        rate: '?>? ?>? 5>5 ?>?',
        held: `She told me the right lotion, and *asked first*. It's in the agreement.`,
      },
    ],
  },
  {
    at: [1, 169],
    how: 'walk',
    where: 'Graves Park',
    title: 'The cows again',
    from: '10:00',
    to: '11:10',
    halves: [
      {
        by: 'me',
        method: 'ideaSwap',
        ask: 'tired',
        minutes: 26,
        rate: '6>7 6>7 6>7 7>8',
        words: `First morning of teaching. Nine trainees, one of them in tears by ten, one of them me at twenty-two. Idea swap:
          how to teach checking without teaching fear. Best one is his: let them watch *me* be caught.`,
        promise: {
          what: 'Tell the trainees about the two and a half milligrams',
          due: 15,
          sure: 5,
          end: 'kept',
          learned: 'You could have heard a tablet drop. Then everyone had one to tell.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'hears',
        minutes: 27,
        rate: '5>6 5>6 6>6 7>7',
        words: `What am I teaching her without noticing? This morning the flap went and
          she said "aha!", because that's what I say now when the post comes. I'd no idea I'd learned it myself.`,
      },
    ],
  },
  {
    at: [1, 190],
    how: 'walk',
    where: 'Rivelin valley',
    title: 'Four bars',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'singing',
        minutes: 31,
        rate: '7>9 6>9 5>8 8>9',
        why: 'I heard it, and it was mine, and it was flat by a hair, and I carried on.',
        words: `It was on Saturday. Kofi and Lena came, with Esi, who in the rest shouted what may have been "more".

          I was flat by a hair on the second bar. I know because Oonagh's eyebrow knows. And I *carried on* and the third
          bar was there, where it always is.`,
        held: `I'm not going to write what it was like to hear it. I told you on the bridge and you had to hold on to the
          rail. That'll do.`,
        saw: `Flat by a hair, and you laughed as you said it.`,
      },
      {
        by: 'buddy',
        minutes: 21,
        ask: 'hears',
        rate: '6>6 6>6 6>6 7>8',
        words: `Esi now conducts the radio. Trombone is in the hall.`,
      },
    ],
  },
  {
    at: [1, 204],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'An ordinary one',
    from: '10:00',
    to: '11:05',
    halves: [
      {
        by: 'buddy',
        minutes: 25,
        ask: 'enough',
        rate: '7>7 7>7 5>6 7>7',
        words: `Did the sums for the year and they came out at *the napkin*. Almost to the pound. I took it out of my wallet
          and it fell in half.`,
      },
      {
        by: 'me',
        minutes: 24,
        ask: 'tired',
        rate: '7>7 7>7 6>7 7>7',
        words: `Nothing the matter. It turns out you can bring that too.`,
      },
    ],
  },
  {
    at: [1, 218],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'Pete in the café',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'me',
        method: 'listeningOnly',
        ask: 'carrying',
        minutes: 30,
        rate: '3>5 4>5 4>5 5>6',
        words: `Met Pete by accident, at the dam, with his new knee. He asked whether I still did his mother's birthday card.
          I do! I have done it for eleven years since the divorce. I do not think she knows, I do not think *he* knew.

          What am I still carrying that nobody asked me to? Wrote that down for later.`,
        promise: {
          what: 'Make the list, without dropping anything yet',
          due: 13,
          sure: 8,
          end: 'kept',
          learned: 'Twenty-three things. The birthday card is the one I would miss.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'hears',
        minutes: 27,
        rate: '5>6 6>6 6>6 7>7',
        words: `Does she hear that I'm happy? I say "knackered" at the door every night like a password.`,
        saw: `You heard that one yourself, before I had finished breathing in.`,
        promise: {
          what: 'Say one true good thing at the door before "knackered"',
          due: 14,
          sure: 7,
          end: 'kept',
          learned: 'Day four I forgot the second half.',
        },
      },
    ],
  },
  {
    at: [1, 232],
    how: 'inPerson',
    where: 'Allotment, plots 14 and 15',
    title: 'Among the beans',
    from: '10:00',
    to: '11:15',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'shed',
        minutes: 24,
        rate: '7>7 7>7 6>7 8>8',
        words: `Sat on the very water butt. {Broad beans up.|Runner beans over our heads.|Pulling the last of the beans.|Bare
          poles, robin.} Danny starts his apprenticeship, a real one, with paper. I signed where it says *employer*.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'carrying',
        minutes: 26,
        rate: '5>6 5>6 6>6 6>7',
        words: `Of the twenty-three, nine were never mine, six I like, and eight are Neil's. I have posted him four. With
          instructions, I admit.`,
      },
    ],
  },
  {
    at: [1, 246],
    how: 'walk',
    where: 'Redmires reservoirs',
    title: 'Wind again, hats this time',
    from: '10:00',
    to: '11:30',
    halves: [
      {
        by: 'me',
        method: 'scaling',
        ask: 'tired',
        minutes: 29,
        rate: '7>8 7>7 6>7 8>8',
        words: `An eight. I came home on Tuesday and my feet hurt and my jaw did not. I stood in the hall and noticed it.`,
      },
      {
        by: 'buddy',
        method: 'stuckToUnstuck',
        ask: 'papa',
        minutes: 28,
        rate: '3>5 4>5 4>5 6>7',
        words: `Papa doesn't sound right on the telephone. He lets me finish. Mine to change: when I go. I've been waiting for
          a good time, as with everything since I was twelve.`,
        promise: {
          what: 'Book the flight to Accra before the next walk, for all three of us',
          due: 13,
          sure: 7,
          end: 'kept',
          learned: 'Booked it standing up, like the post.',
        },
      },
    ],
  },
  {
    at: [1, 260],
    how: 'call',
    where: 'By telephone, from Cape Coast',
    title: 'Crickets on the line',
    from: '18:00',
    to: '18:45',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'papa',
        minutes: 24,
        rate: '4>7 5>7 5>6 7>8',
        words: `He's old, that's all it is. He's got old while I was being cross. He peels Esi an orange in one go and
          she tries to put it back on. Eleven oranges. He said nothing at all and reached for another.`,
        held: `I could hear the crickets and him smiling. I did not say a word for four minutes.`,
      },
      {
        by: 'me',
        minutes: 12,
        ask: 'visit',
        rate: '7>7 7>7 6>6 ?>?',
        words: `Mum is as she is. I go on Sundays, I take the crossword, I leave the chart. Visiting without auditing:
          answered, with one relapse (feet).`,
      },
    ],
  },
  {
    at: [1, 274],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Brown as a nut',
    from: '10:00',
    to: '11:15',
    halves: [
      {
        by: 'buddy',
        minutes: 27,
        ask: 'hears',
        rate: '6>7 7>7 7>7 8>8',
        words: `Brought J an orange, carried it five thousand kilometres. Recorded Papa telling the one about the goat. Forty
          minutes of it, most of it goat.`,
      },
      {
        by: 'me',
        minutes: 26,
        ask: 'tired',
        rate: '7>7 7>8 7>7 8>8',
        words: `They have asked me to make the pilot permanent. I said I would tell them tomorrow, and meant it, and told him
          first.`,
        promise: {
          what: 'Say yes to the teaching, and no to being head of it',
          due: 1,
          sure: 9,
          end: 'kept',
          learned: 'Both in one sentence. My old rival is head of it. She is very good. It’s annoying.',
        },
      },
    ],
  },
];
