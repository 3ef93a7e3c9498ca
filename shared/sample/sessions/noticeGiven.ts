import type { SessionTale } from '../tale.ts';

/** Fridays asked for, a letter handed in, and the last bell. */
export const noticeGiven: readonly SessionTale[] = [
  {
    at: [3, 126],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Rain, so short',
    from: '16:40',
    to: '17:30',
    halves: [
      {
        by: 'me',
        minutes: 19,
        ask: 'fridays',
        rate: '6>6 5>6 4>5 ?>?',
        words: `Four Fridays out of five. The fifth I lent to Bea for her driving test, on purpose and with interest.`,
      },
      {
        by: 'buddy',
        minutes: 18,
        ask: 'leave',
        rate: '7>7 6>6 4>5 ?>?',
        words: `Asked the head, in the corridor, hypothetically. She said hypothetically she would be sorry. My knees went.`,
        promise: {
          what: 'Put it in writing and keep it in my bag for a week before deciding whether it goes',
          due: 10,
          sure: 8,
          end: 'kept',
          learned: 'It got softer every day, the paper and the wording both.',
        },
      },
    ],
  },
  {
    at: [3, 140],
    how: 'walk',
    where: 'Burbage Brook, down to Padley',
    title: 'The letter in the bag',
    from: '10:00',
    to: '11:40',
    halves: [
      {
        by: 'buddy',
        method: 'dreamerPlannerCritic',
        ask: 'leave',
        minutes: 35,
        rate: '7>8 6>7 6>7 7>8',
        why: 'The critic had one good point and then he was done.',
        words: `Three boulders. On the dreamer's I could smell chain oil. On the planner's I wanted a pencil. On the
          critic's I sounded like my father, down to the cough, and J asked *very quietly* whether he had a name.

          So: half a timetable for two terms, if they'll have it. Then out. The letter is in my bag next to a banana, which
          has got on it.`,
        held: `I asked three questions in thirty-five minutes. It is possible.`,
        promise: {
          what: 'Hand it in. A clean copy',
          due: 5,
          sure: 8,
          why: 'So that it is me who says it and not my face.',
          end: 'kept',
          on: 3,
          learned: 'She shook my hand and then asked who on earth would do the bike club.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 30,
        rate: '4>6 4>5 5>5 5>6',
        words: `What she needs: somebody to be cross with who won't leave. What she does not need: me, alphabetising.`,
        saw: `You said "I don't know" about the house and did not fill the gap. Eleven seconds. I counted the brook.`,
      },
    ],
  },
  {
    at: [3, 154],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'Filey and back, in string',
    from: '16:30',
    to: '18:10',
    halves: [
      {
        by: 'me',
        method: 'stringAndMats',
        ask: 'mum',
        line: 'filey',
        minutes: 41,
        rate: '4>7 4>6 4>6 5>7',
        why: 'I had put myself in the middle of her line. It is her line.',
        words: `I asked for the thing I had been avoiding and laid Mum's years, not mine. Then Kofi asked whose string it
          was. So I gathered it up, kept one end, and laid mine *beside* it. They touch at the sea. They touch at the
          kitchen table in the seventies. They need not touch everywhere.`,
        held: `I had to sit down on the wet log myself for a bit.`,
        saw: `You asked to do the hard one. You brought your own flask for it, like a builder.`,
        promise: {
          what: 'Ask Mum what she would like, before I have three options printed',
          due: 11,
          sure: 7,
          end: 'kept',
          learned: 'She would like a window with the sea in it and no more leaflets.',
        },
      },
      {
        by: 'buddy',
        method: 'listeningOnly',
        ask: 'enough',
        minutes: 22,
        rate: '6>6 5>5 6>6 7>7',
        words: `Didn't want anything from my half but to say it's done and I'm not sorry and I am very frightened. So I
          said that, and we looked at a wren.`,
      },
    ],
  },
  {
    at: [3, 168],
    how: 'walk',
    where: 'Graves Park, past the Highland cattle',
    title: 'Cattle do not hurry',
    from: '16:40',
    to: '17:55',
    halves: [
      {
        by: 'buddy',
        method: 'ideaSwap',
        ask: 'enough',
        minutes: 26,
        rate: '5>6 5>6 6>8 7>8',
        words: `Twenty ideas in ten minutes for what a shed could do that is not "mend bicycles". Best: toasters. Worst:
          also toasters. J's: a table where you sit *with* whoever mends it. Not a counter.`,
        saw: `You let me put my idea on your list without polishing it first.`,
        promise: {
          what: 'Ring about the sorting office, the back half only',
          due: 6,
          sure: 6,
          goal: 'rent',
          ifThen: 'If I get the voice that says "press two", stay on the line',
          end: 'kept',
          learned: 'A woman called Bernadette. She wants it lived in more than she wants it let.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'fridays',
        minutes: 30,
        rate: '6>7 6>6 6>6 6>7',
        words: `Asked for four days. Not hinted: asked, with dates. My boss said she had been wondering when I would, which
          is what everyone says to us both, it seems. Are we the last to hear everything?`,
        promise: {
          what: 'Put the four days in writing before I take it back',
          due: 2,
          sure: 9,
          goal: 'fridays',
          end: 'kept',
          learned: 'Sent it from the car park. Sat there afterwards and ate a whole packet of biscuits.',
        },
      },
    ],
  },
  {
    at: [3, 183],
    how: 'call',
    where: 'By telephone',
    title: 'Half and half, both in bed with colds',
    from: '19:00',
    to: '19:40',
    halves: [
      {
        by: 'me',
        minutes: 15,
        rate: '?>? ?>? 2>3 ?>?',
        words: `No question. I read him the list of what I had not done this week and he said "good" after each one.`,
      },
      {
        by: 'buddy',
        minutes: 15,
        rate: '?>? ?>? 3>3 ?>?',
        words: `Told her the plot of a film I had slept through. She asked where I had fallen asleep and why there.
          Annoyingly good question.`,
      },
    ],
  },
  {
    at: [3, 197],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'We look at the whole thing',
    from: '16:40',
    to: '18:10',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        minutes: 30,
        rate: '6>7 6>7 5>6 6>7',
        words: `Not a half for a question; we used it to say what helps.

          - He waits. I had no idea how rarely that happens to me.
          - He says it back in my words and not in better ones.
          - What gets in the way: I ask about promises as if I were checking a drug chart. He flinched as I said it,
            so it is true.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        minutes: 30,
        rate: '6>7 6>7 6>7 7>8',
        words: `What helps: she writes it down, so I can forget it safely. That she doesn't laugh at the third joke.

          What gets in the way: me, being late. I'll set off when I now look for my shoes.`,
        held: `He took it well about the drug chart. We are to ask "how did it go?" and then stop talking.`,
      },
    ],
  },
  {
    at: [3, 210],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'Toasted teacake',
    from: '16:35',
    to: '18:00',
    halves: [
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'enough',
        minutes: 27,
        rate: '5>7 5>6 6>6 7>7',
        words: `Enough is not a number, but I did write one down, on a napkin, and it was less than half of what I've been
          frightened by. J made me put the napkin in my wallet. "So that it's where the fear is."`,
        promise: {
          what: 'Go through the drawer with Lena, with cake, once, all of it',
          due: 9,
          sure: 5,
          goal: 'post',
          end: 'partly',
          on: 9,
          learned: 'We did half and ate all the cake. Half was most of it.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 28,
        rate: '6>6 5>6 5>5 6>6',
        words: `The woman from the council had a lanyard and a very soft voice and I wanted to bite her. Mum liked her at
          once. They did the crossword.`,
        held: `You noticed that you were jealous, and said the word.`,
      },
    ],
  },
  {
    at: [3, 224],
    how: 'walk',
    where: 'Redmires reservoirs',
    title: 'Wind, no hats',
    from: '10:15',
    to: '11:50',
    halves: [
      {
        by: 'me',
        method: 'grow',
        ask: 'lunch',
        minutes: 33,
        rate: '5>7 5>7 6>7 6>8',
        why: 'It has a day, a room and a kettle.',
        words: `The lunch club. Fourteen people, one hundred and nine boxes of tablets, counted. I could go and *talk*.
          Nobody would have to pay me, and the moment that is true I start writing a business case. He took my pen away.

          Five options. Chosen: just go, once, and eat the pie.`,
        promise: {
          what: 'Go to the lunch club and only eat',
          due: 8,
          sure: 7,
          end: 'kept',
          learned:
            'Ate. Was asked about blood thinners within four minutes. Answered as a guest. It was lovely.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'mending',
        minutes: 28,
        rate: '4>5 5>5 6>6 7>7',
        words: `What am I mending when I mend things? Started with chains and got to my brother's radio, the one I took to
          bits at nine and could not put back. Yaw never told on me. I might ring Yaw.`,
      },
    ],
  },
  {
    at: [3, 238],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'Enough',
    from: '16:30',
    to: '18:05',
    halves: [
      {
        by: 'buddy',
        method: 'stringAndMats',
        ask: 'enough',
        line: 'enough',
        minutes: 40,
        rate: '6>8 5>7 5>7 7>8',
        why: 'It goes round, but it does not go round for ever.',
        words: `It came out as a coil. I said "well, that's the drawer", and then I walked it, inwards, and in the middle
          there was only just room for two feet and it was perfectly all right in there.

          Picked up seven {bits of bark|grass heads|conkers|cones} for the seven bills that are real. Only seven!`,
        held: `When you stood in the middle your breath changed, I heard it from the edge.`,
        saw: `You laid your fear out to scale. I have worked with accountants who could not.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'fridays',
        minutes: 27,
        rate: '7>8 7>7 6>7 7>8',
        words: `They said yes to the four days, from the first of next month. I had prepared for a no so thoroughly that
          I argued with the yes.`,
        promise: {
          what: 'Decide nothing about the Fridays for six weeks',
          due: 42,
          sure: 6,
          goal: 'fridays',
          end: 'kept',
          learned: 'In week five I painted the shed door. I had decided nothing, it just came over me.',
        },
      },
    ],
  },
  {
    at: [3, 253],
    how: 'walk',
    where: 'Rivelin valley',
    title: 'Last week of bells',
    from: '16:40',
    to: '17:55',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'leave',
        minutes: 31,
        rate: '8>8 7>7 4>6 8>8',
        words: `They gave me a bell. An actual one, off the wall, mounted. Thirty-one kids signed the board and somebody
          drew an oxbow lake, correctly.

          I didn't slam anything. That's the answer, I suppose. You leave by thanking the room.`,
        saw: `You told it without one joke, and then made a very good one at the stile, which is where it belonged.`,
      },
      {
        by: 'me',
        method: 'listeningOnly',
        ask: 'mum',
        minutes: 24,
        rate: '5>6 5>5 4>5 5>6',
        words: `Only wanted to be sad for a bit without being moved along.`,
      },
    ],
  },
];
