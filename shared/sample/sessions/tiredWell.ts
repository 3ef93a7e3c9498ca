import type { SessionTale } from '../tale.ts';

/** The third year, first part: what to be tired from, a mistake at the hatch, and a quarrel on the towpath. */
export const tiredWell: readonly SessionTale[] = [
  {
    at: [1, 0],
    how: 'walk',
    where: 'Ecclesall Woods, from the sawmill',
    title: 'Two years, same bridge',
    from: '10:00',
    to: '11:25',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'tired',
        minutes: 32,
        rate: '5>7 6>7 5>6 7>8',
        why: 'A new question that is really the old one with its coat off.',
        words: `At the bridge again. We read last year's page aloud, in turns, and I had forgotten nearly all of it except
          the bus.

          New question, straight off the list of bad Fridays: *What do I want to be tired from?* He asked what the good
          tiredness feels like. In the soles, I said. The bad one is in the jaw.`,
        promise: {
          what: 'Resign from the choir committee, stay in the choir',
          due: 13,
          sure: 7,
          goal: 'fridays',
          end: 'kept',
          learned: 'They asked who could do it instead. I said number four: let me tell you tomorrow.',
        },
      },
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'coat',
        minutes: 27,
        rate: '7>7 6>7 5>5 7>7',
        words: `A seven. Danny's sixteen. He has asked me what he should do with his life and I heard myself draw breath like
          a careers evening. I let it out again and asked what he'd do on Saturday.`,
        saw: `You waited for him as you wait for me.`,
      },
    ],
  },
  {
    at: [1, 15],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'First tooth',
    from: '10:00',
    to: '11:05',
    halves: [
      {
        by: 'buddy',
        minutes: 24,
        ask: 'hears',
        rate: '4>5 5>5 3>4 6>6',
        words: `She's listening all the time. I said a word to the brake cable on Monday and she laughed so hard that I've got to
          stop saying it, or start.`,
        promise: {
          what: 'Take the trombone out of the loft',
          due: 12,
          sure: 5,
          end: 'partly',
          on: 12,
          learned: 'It’s at the bottom of the loft ladder. Lena says that counts as a sculpture.',
        },
      },
      {
        by: 'me',
        minutes: 26,
        ask: 'tired',
        rate: '6>6 6>6 5>6 6>7',
        words: `Tired well: the hatch, the table, alto. Tired badly: anything with an agenda. I am head of nothing and it
          suits me, and I still check whether anybody has noticed.`,
      },
    ],
  },
  {
    at: [1, 29],
    how: 'inPerson',
    where: 'The Mending Shed, after hours',
    title: 'Tea from the good bench',
    from: '17:30',
    to: '18:45',
    halves: [
      {
        by: 'me',
        method: 'headline',
        ask: 'tired',
        minutes: 27,
        rate: '6>7 6>7 6>7 7>8',
        words: `Headline: LOCAL WOMAN EXPLAINS TABLETS, EVERYBODY HAS PIE. He wouldn't let me have a second headline in case
          it was about strategy.`,
      },
      {
        by: 'buddy',
        method: 'grow',
        ask: 'coat',
        minutes: 30,
        rate: '6>7 6>6 5>5 7>8',
        words: `Bernadette's selling the building. She came to tell me with a lemon drizzle. Five options, two of them legal,
          one of them good: buy the back half, with the others. There are no others yet.`,
        promise: {
          what: 'Put a sheet of paper by the till: who would like to own a shed?',
          due: 3,
          sure: 8,
          goal: 'rent',
          end: 'kept',
          learned: 'Nineteen names by Saturday. One of them is Esi’s, in jam.',
        },
      },
    ],
  },
  {
    at: [1, 43],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'The wrong strength',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'me',
        method: 'listeningOnly',
        minutes: 38,
        rate: '1>3 1>3 2>2 2>3',
        words: `I made a mistake. Five milligrams for two and a half. It was caught at the hatch by a boy of twenty-three
          whom I trained, he did it perfectly, he was so kind that I went into the cold room and stood there.

          Nobody came to harm. I keep typing that to see whether it stays true.`,
        held: `Thirty-eight minutes. I said "what else" and "I'm here". I wanted to say so much more. I think those were
          the right two.`,
      },
      {
        by: 'buddy',
        minutes: 8,
        rate: '?>? ?>? ?>? ?>?',
        words: `My half is in the bank. We walked it instead, side by side, no talking, to the sawmill.`,
      },
    ],
  },
  {
    at: [1, 57],
    how: 'walk',
    where: 'Whirlow and Limb valley',
    title: 'What the boy did',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'tired',
        minutes: 31,
        rate: '4>6 3>5 4>5 4>6',
        words: `Reported it, all the boxes. And then the thought, on the stairs: who taught him to catch it like that,
          looking at me and not at the packet? I did. That *is* the thing I want to be tired from.`,
        saw: `You turned the worst week into a sentence about somebody else's skill. It was also about yours. I'll say that
          part, since you won't.`,
        promise: {
          what: 'Ask who trains the technicians next year',
          due: 14,
          sure: 6,
          end: 'kept',
          learned: '“We were hoping you would.” It is always that sentence! I must ask sooner.',
        },
      },
      {
        by: 'buddy',
        method: 'stuckToUnstuck',
        ask: 'coat',
        minutes: 28,
        rate: '5>6 5>5 5>5 7>7',
        words: `Nineteen people and one bank. Mine to leave: whether the bank thinks toasters are serious.`,
      },
    ],
  },
  {
    at: [1, 71],
    how: 'walk',
    where: 'Sheffield and Tinsley Canal',
    title: 'Words on the towpath',
    from: '10:00',
    to: '11:10',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'coat',
        minutes: 26,
        rate: '5>3 5>3 4>3 6>5',
        words: `I said what I was afraid of about the loan and she told me about ISAs. For nine minutes. I said "you're doing
          it". She said she was only. I said "that's what I mean".

          Writing it down so that it's down. I went home sore.`,
        held: `He is right. I had the answer and I wanted it admired. Advice is my jaw.`,
      },
      {
        by: 'me',
        minutes: 10,
        rate: '5>3 5>3 5>3 ?>?',
        words: `Did not take my half. It seemed the least I could do, and it was also sulking.`,
      },
    ],
  },
  {
    at: [1, 85],
    how: 'walk',
    where: 'Sheffield and Tinsley Canal, same bridge on purpose',
    title: 'Mended',
    from: '10:00',
    to: '11:30',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        minutes: 28,
        rate: '5>7 4>6 5>6 5>7',
        words: `I said sorry before the first lock. Then I asked what he would have needed. "To be frightened at somebody's
          speed." I have copied that onto the inside cover.`,
        saw: `You asked and then you waited, and you had a Fact in your hand the whole time, I could see it, and you put it
          back in your pocket.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'coat',
        minutes: 31,
        rate: '4>7 4>6 5>7 6>8',
        words: `I told her off, and she came back. I'm thirty-nine and had no idea you could do both with one person. At home
          you did the first and they went very quiet, or you did the second.

          The glue should be stronger than the wood. Then it breaks somewhere else next time, as it ought.`,
        promise: {
          what: 'Take the nineteen names to the bank, and Danny with me',
          due: 13,
          sure: 7,
          goal: 'rent',
          end: 'kept',
          learned: 'Danny asked the man which of his things was broken. It was his watch.',
        },
      },
    ],
  },
  {
    at: [1, 98],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'What tires me well',
    from: '10:00',
    to: '11:35',
    halves: [
      {
        by: 'me',
        method: 'stringAndMats',
        ask: 'tired',
        line: 'river',
        minutes: 40,
        rate: '6>8 5>7 6>8 7>9',
        why: 'Glad on one bank and hard on the other, and they are the same river.',
        words: `A river this time, with two banks. I went down the glad side first: hatch, table, alto, the boy's face. Then
          I came back up the hard side and it was the same bends. Every good thing is exactly across from what frightens
          me about it.

          On the last mat it's a Friday in about three years. I have chalk on my sleeve, and I'm hungry.`,
        held: `You crossed over twice without noticing that there was water.`,
        saw: `You let the mistake have a mat of its own. It was not even the biggest.`,
        promise: {
          what: 'Ask for three days at the hospital and one of teaching',
          due: 20,
          sure: 6,
          ifThen: 'If they say there is no budget, ask what it is called when there is',
          end: 'kept',
          learned: 'It is called "a pilot". I’m a pilot.',
        },
      },
      {
        by: 'buddy',
        minutes: 20,
        ask: 'hears',
        rate: '5>5 5>5 5>6 6>6',
        words: `Walked back with two pocketfuls of her things. "Return to nature", she says, and I'm the one who bends down.`,
      },
    ],
  },
  {
    at: [1, 112],
    how: 'call',
    where: 'By telephone, Glasgow to Sheffield',
    title: 'From Bea’s fire escape',
    from: '19:00',
    to: '19:40',
    halves: [
      {
        by: 'me',
        minutes: 18,
        ask: 'bea',
        rate: '6>8 6>7 5>6 7>7',
        words: `She has a kettle, a boyfriend called Struan and *opinions about sea grass*. I slept on her floor and was not
          asked for a single thing. I believe that's the answer. Who I am in the house is who I am on her floor.`,
      },
      {
        by: 'buddy',
        minutes: 16,
        rate: '?>? ?>? 4>5 ?>?',
        words: `Short from me: the bank said "interesting". Lena says that's a word for soup.`,
      },
    ],
  },
];
