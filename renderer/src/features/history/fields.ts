/** @file A version of a record as people read it: every field with a name, in words. Pure. */
import { unreachable } from '#shared/base/assert.ts';
import type { Day } from '#shared/base/time.ts';
import type { FuzzyTime } from '#shared/domain/fields.ts';
import type { Place } from '#shared/domain/mat.ts';
import type { Body, Kind, PersonId } from '#shared/domain/record.ts';
import { photosIn, plainText, type RichText } from '#shared/domain/richText.ts';
import { personShown } from '../../journal/people.ts';
import { halfName } from '../../journal/sessions.ts';
import type { View } from '../../journal/view.ts';
import { commitmentStateNames, mannerNames, measureName, methodName } from '../../journal/words.ts';
import { shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { longDay, timeInWords } from '../../ui/days.ts';

export interface Field {
  /** Its name; two fields of one record never share one. */
  readonly name: string;
  /** What it says, a paragraph a line. Never empty. */
  readonly text: string;
  /** The same with headings, lists and emphasis, where somebody wrote it so. */
  readonly doc?: RichText | undefined;
  /** Somebody's own words rather than something chosen. */
  readonly isWords: boolean;
}

/** A kind and its body, as a union over all kinds. */
export type Content = { readonly [K in Kind]: { readonly kind: K; readonly body: Body<K> } }[Kind];

/** All that a version says, in reading order; what was left empty is left out. */
export function fieldsOf(view: View, content: Content): readonly Field[] {
  const all = allFields(view, content);
  return all.filter(({ text, doc }) => text.trim() !== '' || (doc && photosIn(doc).length > 0));
}

function allFields(view: View, { kind, body }: Content): readonly Field[] {
  const who = (id: PersonId | undefined) => (id === undefined ? '' : personShown(view, id).name);
  const question = (id: Body<'turn'>['question']) => view.get('question', id)?.body.wording ?? '';
  switch (kind) {
    case 'session':
      return [
        words('Title', body.title),
        fact('Day', dayText(body.day)),
        fact('From', body.startsAt && timeInWords(body.startsAt)),
        fact('To', body.endsAt && timeInWords(body.endsAt)),
        fact('How you met', mannerNames[body.manner]),
        words('Where', body.place),
      ];
    case 'turn':
      return [
        fact('Half', halfName(body.order)),
        fact('Explored', who(body.explorer)),
        fact('Held space', who(body.holder)),
        fact('Was there too', who(body.observer)),
        fact('How', body.method && methodName(body.method)),
        fact('Minutes', body.minutes),
        words('Question', question(body.question)),
        words('Timeline', view.get('timeline', body.timeline)?.body.title),
      ];
    case 'note':
    case 'noticing':
      return [
        rich('Words', body.text),
        fact('Photos', photosText(body.text)),
        fact('Day', dayText(body.day)),
      ];
    case 'question':
      return [
        words('Wording', body.wording),
        fact('Where it stands', questionStates[body.state]),
        fact('Since', dayText(body.since)),
        words('How life answered', body.answer),
        words('Worded before', body.earlier.map(({ wording }) => wording).join('\n')),
        words('Grew out of', body.grewOutOf?.map(question).join('\n')),
        fact('Whose', who(body.person)),
        fact('First written down', dayText(body.day)),
      ];
    case 'timeline':
      return [
        words('Title', body.title),
        fact('Day', dayText(body.day)),
        fact('Whose line', who(body.person)),
        words('Question', question(body.question)),
        words('From', fuzzy(body.from)),
        words('To', fuzzy(body.to)),
        fact('The string', stringText(body)),
      ];
    case 'mat':
      return [
        words('Name', body.name),
        words('When', fuzzy(body.when)),
        fact('Where it lies', placeText(body.place)),
      ];
    case 'foundObject':
      return [
        words('What it stands for', body.meaning),
        fact('Shape', shapeNames[body.shape]),
        fact('Where it lies', spotText(body.spot)),
        fact('Turned', body.turned && `${Math.round(body.turned)}°`),
      ];
    case 'goal':
      return [
        words('Name', body.name),
        fact('Where it is', goalStates[body.state]),
        words('Why it matters', body.why),
        words('How you will know it is enough', body.evidence),
        words('The smallest step', body.smallestStep),
        ...body.levels.map((text, index) => words(levelLabels[index] ?? '', text)),
        fact('Whose', who(body.person)),
        fact('Begun', dayText(body.day)),
      ];
    case 'checkIn':
      return [
        fact('Level', levelLabels[body.level + 2]),
        words('In words', body.words),
        fact('Day', dayText(body.day)),
      ];
    case 'commitment':
      return [
        words('What', body.what),
        words('Why', body.why),
        words('If something gets in the way', body.ifThen),
        fact('By', dayText(body.due)),
        fact('How sure', body.sure),
        fact('How it went', commitmentStateNames[body.state]),
        fact('Settled on', dayText(body.settledOn)),
        words('What was learned', body.learned),
        fact('Promised by', who(body.person)),
        fact('Made on', dayText(body.day)),
      ];
    case 'reading':
      return [
        fact('Scale', measureName(view, body.measure)),
        fact('Value', body.value ?? 'Not rated'),
        fact('When', moments[body.moment]),
        words('What makes it that', body.words),
        fact('Whose', who(body.person)),
        fact('Day', dayText(body.day)),
      ];
    case 'agreement':
      return [
        fact('In force from', dayText(body.day)),
        fact('Until', dayText(body.until)),
        ...body.promises.map(({ prompt, words: said }) => words(prompt, said)),
        fact(
          'Accepted',
          body.accepted.map(({ person, day }) => `${who(person)}, ${longDay(day)}`).join('\n'),
        ),
      ];
    case 'reflection':
      return [
        ...body.answers.map(({ prompt, words: said }) => words(prompt, said)),
        fact('By', who(body.person)),
        fact('Day', dayText(body.day)),
      ];
    case 'measure':
      return [words('Name', body.name), words('What is a 0', body.low), words('What is a 10', body.high)];
    case 'person':
      return [words('Name', body.name)];
    case 'buddyship':
      return [
        fact('The two', body.people.map(who).join('\n')),
        fact('Since', dayText(body.since)),
        words('Usual walk', body.usualWalk),
        words('How often', body.rhythm),
        fact('How it is', body.state),
      ];
    case 'erasure':
      return [fact('Day', dayText(body.day))];
    case 'handover':
      return [fact('Day', dayText(body.day)), fact('With', who(body.person))];
    default:
      return unreachable(kind);
  }
}

function words(name: string, text: string | undefined): Field {
  return { name, text: text ?? '', isWords: true };
}

function fact(name: string, text: string | number | undefined): Field {
  return { name, text: text === undefined ? '' : String(text), isWords: false };
}

function rich(name: string, doc: RichText): Field {
  return { name, text: plainText(doc), doc, isWords: true };
}

function dayText(day: Day | undefined): string {
  return day === undefined ? '' : longDay(day);
}

function fuzzy(time: FuzzyTime | undefined): string {
  return [time?.text, dayText(time?.day)].filter(Boolean).join(', ');
}

/** One line a photo: what it shows, as far as somebody said. */
function photosText(doc: RichText): string {
  return photosIn(doc)
    .map(({ alt }, index) => `Photo ${index + 1}${alt ? `: ${alt}` : ''}`)
    .join('\n');
}

function stringText({ path, pastAt }: Body<'timeline'>): string {
  const spots = path.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join(', ');
  return `${pastAt === 'start' ? 'From the past on' : 'Towards the past'}, through ${spots}`;
}

function placeText(place: Place): string {
  return place.on === 'string'
    ? `On the string, ${Math.round(place.along * 100)} hundredths along`
    : `Off the string, at ${spotText(place.spot)}`;
}

function spotText({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${Math.round(x)} across, ${Math.round(y)} down`;
}

const moments: Readonly<Record<Body<'reading'>['moment'], string>> = {
  before: 'Before the half',
  after: 'After the half',
  alone: 'Between sessions',
};

const questionStates: Readonly<Record<Body<'question'>['state'], string>> = {
  drafted: 'A draft',
  carried: 'Carried',
  explored: 'Explored',
  resting: 'Resting',
  answered: 'Answered by life',
};

const goalStates: Readonly<Record<Body<'goal'>['state'], string>> = {
  growing: 'Growing',
  reached: 'Reached',
  resting: 'Resting',
  letGo: 'Let go',
};

const levelLabels = [
  'Much less than hoped (−2)',
  'Less than hoped (−1)',
  'As hoped (0)',
  'More than hoped (+1)',
  'Much more than hoped (+2)',
] as const;
