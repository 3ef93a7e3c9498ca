import type { SessionTale } from '../tale.ts';

/** The last walks before today; some of what was promised there is still open. */
export const thisSeason: readonly SessionTale[] = [
  {
    at: [1, 288],
    how: 'walk',
    where: 'Endcliffe Park and back',
    title: 'Ducks, revisited',
    from: '10:00',
    to: '11:05',
    halves: [
      {
        by: 'me',
        method: 'openTalk',
        ask: 'carrying',
        minutes: 24,
        rate: '5>6 6>6 6>6 6>7',
        words: `Neil rang to say he had done all four. He sounded *pleased*. I had thought I was sparing him.`,
        held: `You said "I had thought I was sparing him" to a duck and then to me.`,
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'hears',
        minutes: 26,
        rate: '6>6 6>6 6>6 7>7',
        words: `Played the trombone. In the yard, with the door shut, at noon. Danny came out with ear defenders on and gave a
          thumbs up, so you see.`,
      },
    ],
  },
  {
    at: [1, 302],
    how: 'walk',
    where: 'Ecclesall Woods',
    title: 'Half a session, whole walk',
    from: '10:00',
    to: '10:50',
    halves: [
      {
        by: 'buddy',
        method: 'scaling',
        ask: 'hears',
        minutes: 22,
        rate: '6>7 6>7 5>6 7>8',
        words: `Seven. She hums the goat. Not the words, the tune that Papa's voice makes of it, at the till, to a man with a
          kettle.`,
        promise: {
          what: 'Write down Papa’s goat before I improve it',
          due: 20,
          sure: 6,
          end: 'notKept',
          on: 26,
          learned: 'I improved it. Start again from the recording.',
        },
      },
    ],
  },
  {
    at: [1, 316],
    how: 'walk',
    where: 'Whirlow and Limb valley',
    title: 'Mud to the knee',
    from: '10:00',
    to: '11:25',
    halves: [
      {
        by: 'me',
        method: 'grow',
        ask: 'tired',
        minutes: 30,
        rate: '7>8 7>8 6>7 8>8',
        words: `What I want: three days hatch, one day chalk, Fridays. What is true: I have it. I *have* it. So what is the
          question still doing here?

          He thinks it has gone round the back and is asking for how long.`,
        saw: `"I have it", out loud, twice, and no list after it.`,
        promise: {
          what: 'Ask Oonagh how she knew when to stop keeping horses',
          due: 14,
          sure: 8,
          end: 'kept',
          learned: 'She has not stopped. She keeps one, badly, for love.',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'mending',
        minutes: 28,
        rate: '6>6 6>6 6>6 7>7',
        words: `The old question came back and sat down: what am I mending? Not the things. I knew that. Not the people
          either, J said, and I was quite put out. Back into the shed with it.`,
      },
    ],
  },
  {
    at: [1, 328],
    how: 'walk',
    where: 'Ecclesall Woods, our clearing',
    title: 'What Esi hears',
    from: '10:00',
    to: '11:30',
    halves: [
      {
        by: 'buddy',
        method: 'stringAndMats',
        ask: 'hears',
        line: 'hears',
        minutes: 39,
        rate: '5>8 6>7 6>8 7>9',
        why: 'It is a line with a song at each end.',
        words: `Laid it as a sound: loud where it bends. Papa humming while he shaves. The bell. The shed radio. Then a long
          flat bit, which is me on the telephone.

          At *Arrived* she's about fifteen and slamming a door, and I'm on the other side of it whistling, so that she
          knows where I am.`,
        held: `You whistled. A woman with two spaniels answered.`,
        saw: `Three years ago you asked how to leave without slamming a door. Today you laid one that may be slammed.`,
        promise: {
          what: 'Telephone in the drawer (the old drawer!) from six until she sleeps',
          due: 14,
          sure: 6,
          ifThen: 'If the bank rings, it’s after six and they can whistle',
          end: 'partly',
          learned: 'Nine evenings of fourteen. She put it in there herself on the tenth.',
        },
      },
      {
        by: 'me',
        method: 'openTalk',
        ask: 'carrying',
        minutes: 24,
        rate: '6>7 6>7 6>6 7>7',
        words: `Carried the string home, wet. Which I was asked to.`,
      },
    ],
  },
  {
    at: [1, 342],
    how: 'walk',
    where: 'Porter Brook to Forge Dam',
    title: 'Teacake, third visit',
    from: '10:00',
    to: '11:20',
    halves: [
      {
        by: 'me',
        method: 'headline',
        ask: 'tired',
        minutes: 28,
        rate: '7>8 7>7 7>7 8>8',
        words: `Headline from ten years on, he said, not three. I'd be sixty-two. All I could see was a kitchen with too many
          chairs in it and somebody at the door with a biscuit tin, asking which was which.`,
        promise: {
          what: 'Draw the room with too many chairs',
          due: 26,
          sure: 7,
          why: 'Because I went to write a list of it.',
          end: 'open',
        },
      },
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'hears',
        minutes: 27,
        rate: '7>7 7>7 6>6 8>8',
        words: `Nineteen owners held their first meeting. Two hours on the kettle. I didn't draw breath like a chairman once.
          Danny minuted it: "kettle: yes".`,
        promise: {
          what: 'Ask Lena what she hears at the door',
          due: 24,
          sure: 7,
          end: 'open',
        },
      },
    ],
  },
  {
    at: [1, 356],
    how: 'walk',
    where: 'Ecclesall Woods, from the sawmill',
    title: 'Nearly three',
    from: '10:00',
    to: '11:30',
    halves: [
      {
        by: 'buddy',
        method: 'openTalk',
        ask: 'hears',
        minutes: 30,
        rate: '6>8 7>7 6>7 8>8',
        why: 'She hears who is laughing with whom.',
        words: `She has a word for these, "wawk", and other walks don't get it. I asked Lena what she thinks we do here. "Talk.
          And then you *talk*."

          So that's two people in my house who can hear the difference.`,
        held: `He came eleven minutes early. I have dated and initialled it.`,
        promise: {
          what: 'Goat, from the recording, one page',
          due: 15,
          sure: 8,
          end: 'open',
        },
      },
      {
        by: 'me',
        method: 'scaling',
        ask: 'tired',
        minutes: 29,
        rate: '6>8 7>8 7>7 8>9',
        why: 'I know what the next point up is and it is not more.',
        words: `Eight. The next point up is not more of anything. It is Thursday evenings and *nothing on the calendar after
          the singing*, so that I can walk home slowly with it still in my ribs.

          Next time I'd like the string out again. I want to see how far "for how long" goes.`,
        saw: `You asked for the string. You used to bring it "in case".`,
        promise: {
          what: 'Walk home from choir, all the way, at least twice',
          due: 16,
          sure: 9,
          goal: 'sing',
          end: 'open',
        },
      },
    ],
  },
];
