import { describe, expect, it } from 'vitest';
import { storyOf, type Telling } from '#renderer/features/history/story.ts';
import { newReplicaId } from '#shared/base/ids.ts';
import type { Day } from '#shared/base/time.ts';
import { paragraphs } from '#shared/domain/richText.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { Lives } from '../../../support/lives.ts';

const day = '2026-05-01' as Day;

function oneNote() {
  const lives = new Lives();
  const id = lives.newId('note');
  const put = (words: string, joins = false, how: Parameters<Lives['write']>[1] = {}) =>
    lives.write(
      [
        {
          op: 'put',
          kind: 'note',
          id,
          body: { person: lives.me, day, text: paragraphs(words) },
          ...(joins ? { joins: true } : {}),
        },
      ],
      how,
    );
  const tell = (telling: Partial<Telling> = {}, of: readonly Revision[] = lives.revisions) =>
    storyOf(lives.view, of, { replica: lives.replica, now: lives.now, isEverySave: undefined, ...telling });
  const lines = (telling: Partial<Telling> = {}) =>
    tell(telling).lines.map(({ what, stands }) => [what, stands]);
  return { lives, id, put, tell, lines };
}

describe('a history', () => {
  it('tells what every version changed, the latest first', () => {
    const { lives, id, put, lines } = oneNote();
    put('We walked');
    put('We walked far');
    lives.write([{ op: 'delete', kind: 'note', id }]);
    put('We walked home');
    expect(lines()).toEqual([
      ['1 word in, 1 out', 'shown'],
      ['Deleted', undefined],
      ['1 word in', undefined],
      ['Begun', undefined],
    ]);
  });

  it('folds saves in between once there are many, and says what changed over them', () => {
    const { lives, put, tell } = oneNote();
    put('one');
    lives.now += 3600_000;
    for (let index = 0; index < 20; index += 1) put(`one${' more'.repeat(index + 1)}`);
    const story = tell();
    expect(story).toMatchObject({ isEverySave: false, savesBetween: 19 });
    expect(story.lines.map(({ what }) => what)).toEqual(['20 words in', 'Begun']);
    expect(tell({ isEverySave: true }).lines).toHaveLength(21);
  });

  it('tells of versions side by side, where they were written, and of their joining', () => {
    const { lives, put, lines, tell } = oneNote();
    put('first');
    // Another copy of the same journal, which knows of the first version only.
    const copy = new Lives();
    Object.assign(copy, { me: lives.me });
    copy.take(lives.revisions);
    put('first here');
    const [begun] = lives.revisions;
    copy.write(
      [
        {
          op: 'put',
          kind: 'note',
          id: begun?.record as never,
          body: { person: lives.me, day, text: paragraphs('first there') },
        },
      ],
      { me: lives.me, replica: newReplicaId(lives.random) },
    );
    lives.take(copy.revisions.slice(-1));
    const [a, b, c] = tell().lines;
    expect([a?.stands, b?.stands].toSorted()).toEqual(['beside', 'shown']);
    expect([a, b].map((line) => line?.isElsewhere).toSorted()).toEqual([false, true]);
    expect(a?.before).toBe(c?.id);
    expect(b?.before).toBe(c?.id);
    put('first here and there', true);
    expect(lines()[0]).toEqual(['Joined two versions', 'shown']);
    expect(lines().filter(([, stands]) => stands === 'beside')).toEqual([]);
  });

  it('says what it cannot tell', () => {
    const { lives, put, tell } = oneNote();
    put('lost');
    put('kept');
    const [lost, kept] = lives.revisions;
    if (!lost || !kept) throw new Error('nothing was written');
    expect(tell({}, [kept]).lines[0]?.what).toBe('What came before is not in this journal');
    const newer = { ...kept, format: 99 };
    const [line] = tell({}, [lost, newer]).lines;
    expect(line).toMatchObject({ what: 'Written by a newer Stringwalk', content: undefined });
  });
});
