import type { SessionTale } from '../tale.ts';

/** From a burst water butt to the first string on the ground. */
export const firstWalks: readonly SessionTale[] = [
  {
    at: [3, 0],
    how: 'walk',
    where: 'Ecclesall Woods, from the sawmill',
    title: 'The first one, with a map',
    from: '16:40',
    to: '18:05',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'job',
        minutes: 34,
        rate: '3>4 4>4 4>5 4>5',
        words: `Felt daft for ten minutes, being listened to on purpose. Then I heard myself say that I had practised
          the acceptance speech in the car, both ways round the ring road. I have told nobody that.

          He did not tell me I would have been good at it. Everyone has told me I would have been good at it.`,
        held: `I had four helpful sentences ready and used none. It nearly killed me.`,
        promise: {
          what: 'Write down what I actually did on the best working day of this year',
          due: 14,
          sure: 8,
          end: 'kept',
          learned: 'It was the day the computers were down and I stood at the hatch and talked to people.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'leave',
        minutes: 29,
        rate: '4>4 3>4 6>6 5>6',
        words: `Fourteen years of rivers. I can draw an oxbow lake with my eyes shut and last Tuesday I think I did.

          When J asked what I would miss I said the bell. Everybody laughs at that and I meant it.`,
        held: `He talks fastest about the thing that matters least. Noted for next time.`,
        promise: {
          what: 'Count for one week how often I look at the clock',
          due: 10,
          sure: 9,
          end: 'kept',
          learned: 'Eleven times on Monday. None at all in bike club.',
        },
      },
    ],
  },
  {
    at: [3, 14],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'Ducks, then doubts',
    from: '16:40',
    to: '17:55',
    halves: [
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'leave',
        minutes: 30,
        rate: '4>5 4>5 5>5 5>5',
        words: `A four. Why not a two? Because on Thursdays after school eleven children take a bicycle to bits and for an
          hour nobody asks what it is *for*.

          One point up would be: Lena knows. I mean knows, not suspects.`,
        saw: `Two weeks ago it was a joke about the bell. Today you put a number on it and stood by it.`,
        promise: {
          what: 'Tell Lena before the end of the week, at the table, not in passing',
          due: 5,
          sure: 6,
          ifThen: 'If one of us is too tired, then at breakfast on Sunday',
          end: 'kept',
          on: 6,
          learned: 'She had known for a year. She asked what had taken me so long.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'job',
        minutes: 31,
        rate: '4>4 4>4 5>5 4>4',
        words: `Went round in circles, like the walk. The new head of department is kind and good at it, which is most
          annoying of her.`,
        held: `You said "should have" nine times. I stopped counting at the ducks.`,
      },
    ],
  },
  {
    at: [3, 28],
    how: 'walk',
    where: 'Ecclesall Woods, the clearing by the charcoal burner',
    title: 'String for the first time',
    from: '16:30',
    to: '18:00',
    halves: [
      {
        by: 'me',
        method: 'stringAndMats',
        ask: 'job',
        line: 'job',
        minutes: 38,
        rate: '4>7 4>6 5>6 4>6',
        why: 'I saw where the string was straight because I had pulled it straight.',
        words: `I laid it like a ruler. Kofi asked whether it had felt that straight and I went back and put in the year
          with the night shifts, and the year Pete moved out, and then it looked like a thing that had happened to a
          person.

          At *Arrived* there was no office. There was a table with people sitting at it, on my side of it.`,
        held: `You stood on the last mat a full minute before you said anything. I looked at a beetle so as not to look
          at you.`,
        saw: `You pulled the string straight and then you let it go again. I don't think you would have, in the first
          week.`,
        promise: {
          what: 'Ask the community centre who sorts out the tablets for their lunch club',
          due: 12,
          sure: 7,
          why: 'Because of the table.',
          end: 'kept',
          learned: 'Nobody does. A volunteer reads the boxes out.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'leave',
        minutes: 24,
        rate: '5>5 5>5 6>6 6>6',
        words: `Short one, we ran out of {light and had lambs shouting at us|midges and patience|light|light and feeling in
          our hands}. The question has changed under me. It isn't *whether* any more.`,
      },
    ],
  },
  {
    at: [3, 42],
    how: 'call',
    where: 'By telephone, she in Filey',
    title: 'From the landing at Mum’s',
    from: '20:15',
    to: '21:05',
    halves: [
      {
        by: 'me',
        method: 'listeningOnly',
        ask: 'mum',
        minutes: 27,
        rate: '2>4 3>4 2>3 ?>?',
        words: `Rang from the landing because it is the only place with signal where she cannot hear me. She put the
          post in the oven. Not on. But in.

          He asked "what else?" seven times and the seventh was the true one: I am afraid that I will be good at it.
          That I will manage her like a ward.`,
        held: `Hard to hold somebody down a telephone. I closed my eyes for it. Lena thought I was asleep.`,
        promise: {
          what: 'Ring Neil and say the sentence "I cannot do this by myself" out loud',
          due: 3,
          sure: 5,
          ifThen: 'If it goes to voicemail, say it to the voicemail',
          end: 'partly',
          on: 4,
          learned: 'Said it to the voicemail. He rang back about flights, which is his way of crying.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        minutes: 14,
        rate: '?>? ?>? ?>5 ?>?',
        words: `Gave her most of my half. I owe nothing and am owed nothing, we decided, but it was nice to be asked.`,
      },
    ],
  },
  {
    at: [3, 56],
    how: 'walk',
    where: 'Rivelin valley, mill ponds',
    title: 'Stepping stones and a spreadsheet',
    from: '16:40',
    to: '18:00',
    halves: [
      {
        by: 'buddy',
        method: 'grow',
        ask: 'leave',
        minutes: 33,
        rate: '5>7 4>5 6>7 6>7',
        why: 'Five ways to go, and only one of them has slamming in it.',
        words: `Five ways of leaving, on five stones:

          - at the summer, like everybody
          - at the end of a term, with Year 11 seen through
          - half a job first, if they let me
          - sick, like Dave did, by accident, in an ambulance
          - never, and be very interesting about it at parties

          I stood longest on the second. My feet got wet on the fifth.`,
        promise: {
          what: 'Find out what half a job would pay, to the pound',
          due: 14,
          sure: 7,
          end: 'kept',
          learned: 'More than I had feared and less than the roof needs.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 27,
        rate: '3>5 3>4 4>4 5>5',
        words: `The doctor says early, and mixed, and "we'll see", which I have said to ten thousand people over a
          counter and did not know was so little to be handed.`,
        held: `When she is frightened she becomes very exact. I said that, and she said: "Yes. Eleven minutes past four
          it was, when I noticed."`,
      },
    ],
  },
  {
    at: [3, 70],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Out of the staff room',
    from: '16:35',
    to: '18:00',
    halves: [
      {
        by: 'buddy',
        method: 'stringAndMats',
        ask: 'leave',
        line: 'staffroom',
        minutes: 36,
        rate: '6>8 5>7 6>8 7>8',
        why: 'There is a door in it. I had only ever drawn the wall.',
        words: `My line went *up*. Over roots, over the dead birch. I hadn't planned it, I just kept paying out string and
          walking, and when I turned round the staff room was a long way below and looked quite small and rather warm.

          On the last mat I could hear a radio and somebody swearing at a brake cable, cheerfully.`,
        held: `He went barefoot for *Arrived*. I would not have dared to ask him to, and did not have to.`,
        saw: `You did not make one joke between the second mat and the fourth. I had not known you had that in you, and
          you had not either.`,
        promise: {
          what: 'Walk past the old sorting office and read what the board says',
          due: 4,
          sure: 10,
          end: 'kept',
          learned: 'TO LET. All or part. I have part of a pension.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'job',
        minutes: 25,
        rate: '6>6 6>6 5>5 6>6',
        words: `Answered, I think. Not with a bang. I went to the new head's first team meeting and noticed that I was
          curious how she would do it. That is all. It does not hurt to press on it.`,
      },
    ],
  },
  {
    at: [3, 85],
    how: 'inPerson',
    where: 'Kofi and Lena’s kitchen',
    title: 'Looking at it together, with soup',
    from: '18:30',
    to: '19:50',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'fridays',
        minutes: 28,
        rate: '4>5 5>5 4>5 5>6',
        words: `New question, found in the soup: I have a day a week of untaken leave, all of them Fridays, all of them
          eaten. By whom? I had assumed by the hospital. Kofi asked me to name one Friday that somebody else took. I
          could not. I gave them away. I even wrapped them.`,
        promise: {
          what: 'Take this Friday. Do not be useful on it before noon',
          due: 5,
          sure: 4,
          goal: 'fridays',
          end: 'notKept',
          on: 7,
          learned: 'Useful by ten past nine. But I noticed at ten past nine.',
        },
      },
      {
        by: 'buddy',
        method: 'headline',
        ask: 'enough',
        minutes: 25,
        rate: '3>4 3>3 5>5 6>6',
        words: `Headline from five years on: MAN WITH VAN STILL HAS VAN. She asked for the sub-heading. "Wife unsurprised."`,
      },
    ],
  },
  {
    at: [3, 99],
    how: 'walk',
    where: 'Endcliffe Park and back',
    title: 'A smaller Friday',
    from: '16:40',
    to: '17:50',
    halves: [
      {
        by: 'me',
        method: 'scaling',
        ask: 'fridays',
        minutes: 29,
        rate: '5>6 4>5 5>6 5>7',
        words: `Made it smaller: one hour. Nine to ten on a Friday, not mine to give. I am to sit in the allotment shed
          with the door shut, like a tomato.`,
        held: `She lowered it from a day to an hour and looked *taller*. I'm telling you what I saw.`,
        promise: {
          what: 'One hour in the shed on Friday, nine to ten, telephone in the car',
          due: 6,
          sure: 8,
          goal: 'fridays',
          ifThen: 'If somebody comes to borrow the fork, hand it out through the window',
          end: 'kept',
          learned: 'Fifty minutes of it was fidgeting. The last ten were worth the rent of the plot.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'enough',
        minutes: 28,
        rate: '4>4 3>4 6>5 5>5',
        words: `There is a drawer. I haven't opened an envelope with a window in it since about half-term. It's not the
          money, it's the *window*. Papa used to hold them up to the light at breakfast and read them to us like
          weather.`,
        promise: {
          what: 'Open one envelope. Any one',
          due: 7,
          sure: 6,
          goal: 'post',
          end: 'kept',
          learned: 'It was a library fine, for a book about courage. You couldn’t make it up.',
        },
      },
    ],
  },
  {
    at: [3, 113],
    how: 'walk',
    where: 'Sheffield and Tinsley Canal, Victoria Quays to Attercliffe',
    title: 'Towpath, head wind',
    from: '16:40',
    to: '18:00',
    halves: [
      {
        by: 'buddy',
        method: 'stuckToUnstuck',
        ask: 'enough',
        minutes: 32,
        rate: '4>6 4>5 5>6 6>7',
        words: `Mine to change: the drawer. Mine to influence: Lena's idea of what a holiday is. To leave: what Papa thinks
          a grown man is for. I said the third one to a heron. It was the right audience.`,
        saw: `You opened the post *before* I asked. You told me about it as if it were nothing.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'mum',
        minutes: 26,
        rate: '4>4 4>4 3>4 5>5',
        words: `She asked me three times on Sunday when I was going home. The first two I answered. The third time I said
          "when I've finished my tea", and that did for the rest of the day. Nobody teaches you this.`,
      },
    ],
  },
];
