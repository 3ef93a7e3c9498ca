import { type PointerEvent, type Ref, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { type Shape, shapes } from '#shared/domain/foundObject.ts';
import { FoundObjectIcon, shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { WovenMat } from '../../ui/canvas/WovenMat.tsx';

/** What the tray holds. */
export type FromTray = 'mat' | Shape;

export interface TrayProps {
  readonly ref: Ref<HTMLDivElement>;
  /** Pressed: to be laid where there is room. */
  readonly onLay: (what: FromTray) => void;
  /** Carried out of the tray and let go of at this point of the window. */
  readonly onDrop: (what: FromTray, point: { readonly clientX: number; readonly clientY: number }) => void;
}

interface Carried {
  readonly what: FromTray;
  readonly x: number;
  readonly y: number;
}

/** Mats and found objects to lay down: pressed, or carried to a place. */
export function Tray({ ref, onLay, onDrop }: TrayProps) {
  const [carried, setCarried] = useState<Carried>();
  const carry = useCarrying(setCarried, onDrop);
  return (
    <>
      <div ref={ref} className="tray" role="toolbar" aria-label="Lay something down">
        <TrayButton what="mat" name="Mat" onLay={onLay} onCarry={carry} />
        <span className="tray-rule" />
        {shapes.map((shape) => (
          <TrayButton key={shape} what={shape} name={shapeNames[shape]} onLay={onLay} onCarry={carry} />
        ))}
      </div>
      {carried ? (
        <div
          className="tray-carried"
          style={{ translate: `${carried.x}px ${carried.y}px` }}
          aria-hidden="true"
        >
          <Drawing what={carried.what} size={56} />
        </div>
      ) : null}
    </>
  );
}

function TrayButton({
  what,
  name,
  onLay,
  onCarry,
}: {
  readonly what: FromTray;
  readonly name: string;
  readonly onLay: TrayProps['onLay'];
  readonly onCarry: (what: FromTray, event: PointerEvent) => void;
}) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <div className="tray-place" onPointerDownCapture={(event) => onCarry(what, event)}>
        <Button className="tray-button" aria-label={name} onPress={() => onLay(what)}>
          <Drawing what={what} size={32} />
        </Button>
      </div>
      <Tooltip className="tooltip" offset={8}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  );
}

function Drawing({ what, size }: { readonly what: FromTray; readonly size: number }) {
  if (what !== 'mat') return <FoundObjectIcon shape={what} size={size} />;
  return (
    <svg viewBox="-32 -32 64 64" width={size} height={size} aria-hidden="true" focusable="false">
      <WovenMat radius={26} />
    </svg>
  );
}

/** A press that moves this many pixels is a carrying. */
const stillness = 6;

/** Follows the pointer from the tray until it lets go. The button's own press ends where the pointer leaves it. */
function useCarrying(setCarried: (carried: Carried | undefined) => void, onDrop: TrayProps['onDrop']) {
  const stop = useRef<() => void>(undefined);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);

  return (what: FromTray, down: PointerEvent) => {
    if (down.button !== 0) return;
    const tray = down.currentTarget.closest('.tray');
    const listening = new AbortController();
    let isCarrying = false;
    stop.current?.();
    stop.current = () => {
      listening.abort();
      setCarried(undefined);
    };
    const listen = (
      name: 'pointermove' | 'pointerup' | 'pointercancel',
      listener: (event: globalThis.PointerEvent) => void,
    ) => window.addEventListener(name, listener, { signal: listening.signal });
    listen('pointermove', ({ clientX, clientY }) => {
      isCarrying ||= Math.hypot(clientX - down.clientX, clientY - down.clientY) > stillness;
      if (isCarrying) setCarried({ what, x: clientX, y: clientY });
    });
    listen('pointerup', (event) => {
      stop.current?.();
      const isBack = event.target instanceof Node && tray?.contains(event.target);
      if (isCarrying && !isBack) drop.current(what, event);
    });
    listen('pointercancel', () => stop.current?.());
  };
}
