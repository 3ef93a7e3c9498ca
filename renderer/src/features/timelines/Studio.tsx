import './studio.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Spot } from '#shared/domain/fields.ts';
import { freeAlong, freeSpot, kept, onString, placeAt } from '#shared/timeline/placing.ts';
import type { Inset } from '#shared/timeline/sight.ts';
import { personShown } from '../../journal/people.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { svgPicture } from '../../ui/canvas/svgPicture.ts';
import { useSight } from '../../ui/canvas/useSight.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/Toast.tsx';
import { deleteTimeline } from './deleteTimeline.ts';
import { Ground } from './Ground.tsx';
import { removeBend } from './groundKeys.ts';
import { Panel } from './Panel.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import { type FromTray, Tray } from './Tray.tsx';
import {
  elementId,
  matName,
  orderOfNew,
  type Thing,
  type TimelineShown,
  thingCalled,
} from './timelineView.ts';
import { useBoxes } from './useBoxes.ts';
import { useFocusSoon } from './useFocusSoon.ts';
import { useGround } from './useGround.ts';

/** What stands in front of the ground: the head above, the tray below. */
const inset: Inset = { top: 104, right: 26, bottom: 100, left: 26 };
/** How close to the string, in pixels, a mat dropped from the tray is laid on it. */
const dropReach = 30;

/** A name as a message can hold it. */
function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39).trimEnd()}…` : name;
}

/** A line to lay, bend, move about on and tell of: the ground, the tray, and the list beside it. `?at=…` opens one thing. */
export function Studio({ shown }: { readonly shown: TimelineShown }) {
  const journal = useJournal();
  const [, go] = useLocation();
  const actions = useGround();
  const at = new URLSearchParams(useSearch()).get('at');
  const [lastAt, setLastAt] = useState(at);
  const [chosen, setChosen] = useState(() => thingCalled(shown, at));
  const [fresh, setFresh] = useState<Thing>();
  const focusSoon = useFocusSoon();
  const ground = useRef<HTMLDivElement>(null);
  const { id, body } = shown.timeline;
  const person = useView((view) => personShown(view, body.person));
  const everywhere = [
    ...body.path,
    ...shown.mats.map(({ spot }) => spot),
    ...shown.objects.map((one) => one.body.spot),
  ];
  const seen = useSight(everywhere, inset);
  const { boxes, watch } = useBoxes(ground);

  // A search on this very page leads from one thing to another.
  if (at !== lastAt) {
    setLastAt(at);
    setChosen(thingCalled(shown, at));
  }

  const choose = (thing: Thing | undefined) => {
    setFresh(undefined);
    setChosen(thing);
    if (thing) focusSoon(elementId(thing));
  };
  const open = (thing: Thing) => {
    setChosen(thing);
    setFresh(thing);
  };

  async function lay(what: FromTray, at: Spot | undefined) {
    // Whoever types on at once must not type into what was open before.
    setChosen(undefined);
    if (what === 'mat') {
      const taken = shown.mats.flatMap((mat) =>
        mat.body.place.on === 'string' ? [mat.body.place.along] : [],
      );
      const place = at ? placeAt(shown.curve, at, dropReach / seen.sight.scale) : onString(freeAlong(taken));
      const order = orderOfNew(shown, place);
      const mat = await actions.lay('mat', { timeline: id, order, name: '', place });
      if (mat) open({ kind: 'mat', id: mat });
      return;
    }
    const taken = [...shown.mats.map(({ spot }) => spot), ...shown.objects.map((object) => object.body.spot)];
    const spot = kept(at ?? freeSpot(shown.curve, taken, 95));
    const object = await actions.lay('foundObject', { timeline: id, shape: what, meaning: '', spot });
    if (object) open({ kind: 'foundObject', id: object });
  }

  async function remove(thing: Thing) {
    if (thing.kind === 'string') return;
    if (thing.kind === 'bend') {
      if (removeBend(thing.index, { shown, actions })) choose({ kind: 'string' });
      return;
    }
    const mat = shown.mats.find((one) => one.id === thing.id);
    const object = shown.objects.find((one) => one.id === thing.id);
    const what = mat ? `Mat “${shortened(matName(mat.body))}”` : object ? shapeNames[object.body.shape] : '';
    if (await actions.remove(thing.kind, thing.id, `${what} deleted.`)) {
      setChosen(undefined);
      focusSoon(elementId({ kind: 'string' }));
    }
  }

  async function savePicture() {
    const drawing = ground.current?.querySelector<SVGSVGElement>('svg.ground');
    if (!drawing) return;
    const value = new TextEncoder().encode(svgPicture(drawing, body.title));
    const saved = await shell.saveFile({ kind: 'svg', name: 'timeline.svg', value });
    if (saved.ok) toast({ message: 'The picture is saved.' });
    else if (saved.error === 'cannot-write') toast({ message: 'The picture could not be saved there.' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const isWriting =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]');
    if (isWriting || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    void (event.shiftKey ? actions.redo() : actions.undo());
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what stands inside
    <div className="studio" data-person={person.side} onKeyDown={onKeyDown}>
      <div className="studio-ground" ref={ground}>
        <TimelineHead
          ref={watch('head')}
          shown={shown}
          actions={actions}
          onSavePicture={() => void savePicture()}
          onDelete={() => void deleteTimeline(journal, id, () => go('/timelines'))}
        />
        <Ground
          {...{ shown, seen, actions, chosen, choose, open, boxes }}
          remove={(thing) => void remove(thing)}
        />
        <Tray
          ref={watch('tray')}
          onLay={(what) => void lay(what, undefined)}
          onDrop={(what, point) => {
            const at = seen.spotAt(point);
            if (at) void lay(what, at);
          }}
        />
        <div className="studio-zoom" ref={watch('zoom')}>
          <IconButton icon="plus" size="s" label="Closer" onPress={() => seen.zoomBy(1.3)} />
          <IconButton icon="minus" size="s" label="Further away" onPress={() => seen.zoomBy(1 / 1.3)} />
          <IconButton
            icon="fit"
            size="s"
            label="See all of it"
            isDisabled={!seen.isZoomed}
            onPress={seen.showAll}
          />
        </div>
      </div>
      <Panel
        {...{ shown, actions, chosen, fresh }}
        choose={(thing) => {
          setFresh(undefined);
          setChosen(thing);
        }}
        remove={(thing) => void remove(thing)}
      />
    </div>
  );
}
