import type { SessionTale } from '../tale.ts';

/** The second year until the pause: a room upstairs that will be empty, and a father who never said much. */
export const twoFathers: readonly SessionTale[] = [
  {
    at: [2, 0],
    how: 'walk',
    where: 'Ecclesall Woods, from the sawmill',
    title: 'A year of this',
    from: '09:30',
    to: '11:05',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        minutes: 33,
        rate: '7>8 6>7 6>7 7>8',
        why: 'I could say in one breath what has changed.',
        words: `Walked the same round as on the first day. At the bridge he asked what I would tell the woman with the map.

          I would tell her: the job went past you like a bus you had been running for because everybody else was running.
          And: bring better shoes.`,
        held: `She laughs before she is sad now, and then she is still sad, but in company.`,
        saw: `A year ago you apologised whenever you paused. Today there was a pause of half a hill.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 30,
        rate: '3>4 3>4 6>6 7>7',
        words: `Lena is sick every morning at six, like a cockerel. I stand there with a flannel. That is the whole of what
          I know how to do so far: stand there, flannel.`,
        promise: {
          what: 'Ring Papa and tell him, before Yaw does',
          due: 3,
          sure: 5,
          end: 'kept',
          learned: 'A long silence, and then he asked about the shed’s insurance. I think it was love.',
        },
      },
    ],
  },
  {
    at: [2, 13],
    how: 'walk',
    where: 'Sheffield and Tinsley Canal',
    title: 'Narrowboats',
    from: '09:30',
    to: '10:50',
    halves: [
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'father',
        minutes: 29,
        rate: '4>5 4>5 6>6 7>7',
        words: `Why not a three? Because I've taught two thousand other people's children where the rain comes from and
          very few of them bit me.`,
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'bea',
        minutes: 28,
        rate: '4>5 5>5 5>5 5>6',
        words: `Bea has a place in Glasgow. Marine something. She told me with her back turned, doing toast, the way I tell
          people things.

          I said congratulations in the pharmacy voice.`,
        promise: {
          what: 'Say it again to Bea, properly, face to face',
          due: 2,
          sure: 8,
          end: 'kept',
          learned: 'She said: "I know, Mum. I heard it under the other one."',
        },
      },
    ],
  },
  {
    at: [2, 27],
    how: 'call',
    where: 'By telephone, both at sinks',
    title: 'Washing up, two cities apart',
    from: '20:30',
    to: '21:10',
    halves: [
      {
        by: 'me',
        minutes: 18,
        ask: 'mum',
        rate: '5>6 4>5 4>4 5>5',
        words: `Neil came, saw the third home and cried in the car park, and booked his flight back for a week later than
          planned. He can cook! Since when?`,
      },
      {
        by: 'buddy',
        minutes: 19,
        ask: 'shed',
        rate: '6>6 6>6 4>5 7>7',
        words: `First month in which the rent paid itself. By four pounds twenty. I have the coins in a jar.`,
        saw: `You told me the number without putting on a voice for it.`,
      },
    ],
  },
  {
    at: [2, 42],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'The room upstairs',
    from: '09:30',
    to: '11:10',
    halves: [
      {
        by: 'me',
        method: 'stringAndMats',
        ask: 'bea',
        line: 'upstairs',
        minutes: 42,
        rate: '4>7 4>6 5>7 5>7',
        why: 'There was a branch in it where I had expected an end.',
        words: `I thought I was laying the end of something. When I got to where Bea goes I ran out of string, and Kofi cut
          a piece off his own bootlace and handed it to me without a word.

          From the last mat I looked back and the house was full of people, only differently. One of them was singing,
          and by the sound of it, it was me.`,
        held: `Your hand went to your throat on *Arrived* and stayed there. I did not mention it until you had sat down.`,
        saw: `You took the bootlace. A year ago you'd have said you could manage.`,
        promise: {
          what: 'Find the folder with my old alto parts in it',
          due: 14,
          sure: 9,
          goal: 'sing',
          end: 'kept',
          learned: 'Under the Christmas lights. My pencil marks say BREATHE, in capitals, forty times.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 24,
        rate: '5>5 5>5 6>6 7>7',
        words: `Walked back with one boot flapping. It suits the question.`,
      },
    ],
  },
  {
    at: [2, 56],
    how: 'walk',
    where: 'Rivelin valley',
    title: 'A chair that will not stand',
    from: '09:30',
    to: '10:45',
    halves: [
      {
        by: 'buddy',
        method: 'stuckToUnstuck',
        ask: 'shed',
        minutes: 30,
        rate: '5>6 5>5 5>6 7>7',
        words: `Somebody brought in a chair that belonged to her husband and it can't be saved. I kept it a week in case it
          changed its mind. Mine to leave, that one. I'll tell her with the kettle on.`,
        promise: {
          what: 'Tell Mrs Hallam about the chair, sitting down, on another chair',
          due: 4,
          sure: 7,
          end: 'kept',
          learned:
            'She knew. She wanted somebody else to have tried. We made two coat hooks out of the arms.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'no',
        minutes: 27,
        rate: '7>7 6>7 6>6 7>7',
        words: `Nobody at work has asked me for anything unreasonable for three weeks. Either they've learned or I have
          become deaf. I shall call the question answered.`,
      },
    ],
  },
  {
    at: [2, 70],
    how: 'walk',
    where: 'Burbage Brook',
    title: 'Cold feet, on purpose',
    from: '09:45',
    to: '11:15',
    halves: [
      {
        by: 'me',
        method: 'dreamerPlannerCritic',
        ask: 'singing',
        minutes: 31,
        rate: '4>6 3>5 5>7 6>7',
        words: `The dreamer stood in the water and sang a whole verse. There was a family with sandwiches.

          The critic says I am an alto who counts. The planner says they rehearse on Thursdays and Thursdays are free. I
          see no reply to the planner.`,
        held: `I looked very hard at the sandwiches.`,
        saw: `I have known you for over a year and had not heard you sing. You have been carrying that about the whole time?`,
        promise: {
          what: 'Write to the choir and ask whether they take people back',
          due: 6,
          sure: 5,
          goal: 'sing',
          end: 'notKept',
          on: 14,
          learned: 'Wrote it four times. It is the "back" I stumble over.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'father',
        minutes: 27,
        rate: '5>6 5>5 6>5 7>7',
        words: `Bought a cot. Sold by a man of about fifty who said "it goes like that" and snapped his fingers, and then
          couldn't stop looking at the cot.`,
      },
    ],
  },
  {
    at: [2, 84],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'Two fathers',
    from: '09:30',
    to: '11:15',
    halves: [
      {
        by: 'buddy',
        method: 'stringAndMats',
        ask: 'father',
        line: 'fathers',
        minutes: 44,
        rate: '5>8 4>7 5>6 7>8',
        why: 'Because I stood where he stood and it was a narrow place.',
        words: `Laid his and mine as one string, down and up again like a valley. On *his* mat I tried to stand like him and
          couldn't keep my shoulders there for longer than a minute. He kept them there for forty years.

          What I already know: the radio in the morning. Peeling an orange in one go. Showing up. Papa showed up. He
          showed up at every single thing, in a tie, and said nothing, and I had put that down as nothing.`,
        held: `I asked one question the whole half: "Where is he looking?" You said: "At me."`,
        saw: `You came to be rid of him and went home with an orange.`,
        promise: {
          what: 'Ask Papa about the year he was thirty-eight',
          due: 10,
          sure: 6,
          end: 'partly',
          on: 11,
          learned:
            'He told me what petrol cost. Then he sent a photograph, without a word. He’s holding Yaw like a parcel.',
        },
      },
      {
        by: 'me',
        method: 'listeningOnly',
        minutes: 18,
        rate: '6>6 5>5 5>6 6>6',
        words: `Gave most of mine away, gladly. Used eighteen minutes to complain about the car.`,
      },
    ],
  },
  {
    at: [2, 98],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'What if it comes early',
    from: '09:30',
    to: '10:40',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'shed',
        minutes: 28,
        rate: '6>6 6>5 4>4 6>6',
        words: `Lena is to lie down and I am to stand up, all day, in two places. Who looks after the shed when I'm not in
          it? Found I'd never once pictured it open without me. That's not a business, J, that's a coat.`,
        promise: {
          what: 'Give the boy from Year 9 (Danny! he has a name) a key',
          due: 8,
          sure: 7,
          goal: 'rent',
          end: 'kept',
          learned: 'He hung it round his neck. His mum rang to ask if it was real.',
        },
      },
      {
        by: 'me',
        method: 'scaling',
        ask: 'singing',
        minutes: 26,
        rate: '5>5 4>5 5>5 6>6',
        words: `Still have not written. Made it smaller again: I am to go and stand outside on a Thursday and listen through
          the wall like a burglar.`,
        promise: {
          what: 'Stand outside the chapel on a Thursday for one piece',
          due: 5,
          sure: 8,
          goal: 'sing',
          end: 'kept',
          learned:
            'They were doing the thing with the hard entry in bar nine. They came in late. I came in on time, on the pavement.',
        },
      },
    ],
  },
  {
    at: [2, 112],
    how: 'call',
    where: 'By telephone, from two hospitals',
    title: 'Let us put this down for a while',
    from: '19:30',
    to: '20:10',
    halves: [
      {
        by: 'me',
        minutes: 17,
        ask: 'mum',
        rate: '3>4 3>4 2>2 ?>?',
        words: `Mum fell on the back step. Hip. I am in the corridor of a hospital where I am not staff, which is very
          odd, like being a tourist in your own language.`,
      },
      {
        by: 'buddy',
        minutes: 17,
        rate: '2>3 2>3 2>2 ?>?',
        words: `They're keeping Lena in. So we agreed it: no sessions until the small person is out and the old one is up.
          Not dropped. Put down, where we can find it. A photograph of something every Sunday, no words needed.`,
        held: `It was the shortest we have ever done, and neither of us was late.`,
      },
    ],
  },
];
