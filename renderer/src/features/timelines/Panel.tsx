import './panel.css';
import { useEffect, useRef } from 'react';
import { OtherVersionsNotice } from '../../parts/EarlierVersions.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { LineFields } from './LineFields.tsx';
import { MatList } from './MatList.tsx';
import { ObjectList } from './ObjectList.tsx';
import { StringFields } from './StringFields.tsx';
import type { Thing, TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface PanelProps {
  readonly shown: TimelineShown;
  readonly actions: GroundActions;
  readonly chosen: Thing | undefined;
  readonly choose: (thing: Thing | undefined) => void;
  readonly remove: (thing: Thing) => void;
  /** The thing whose first field takes the focus when it opens. */
  readonly fresh: Thing | undefined;
}

/** Everything on the ground as a list, in order; what is chosen is open to be told about. */
export function Panel(props: PanelProps) {
  const { shown, actions, chosen, choose } = props;
  const isString = chosen?.kind === 'string' || chosen?.kind === 'bend';
  const more = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isString) more.current?.scrollIntoView({ block: 'nearest' });
  }, [isString]);
  return (
    <aside className="timeline-panel" aria-label="On the ground">
      <OtherVersionsNotice id={shown.timeline.id} />
      <section>
        <SectionHeading>Mats</SectionHeading>
        <MatList {...props} />
      </section>
      <section>
        <SectionHeading>Found objects</SectionHeading>
        <ObjectList {...props} />
      </section>
      <section className="timeline-panel-more" ref={more}>
        <Disclosure
          title="The string"
          isExpanded={isString}
          onExpandedChange={(isOpen) => choose(isOpen ? { kind: 'string' } : undefined)}
        >
          {/* Beside an open mat the string stays closed, also for a search that finds its words in both. */}
          {isString || !chosen ? <StringFields shown={shown} actions={actions} choose={choose} /> : null}
        </Disclosure>
        <Disclosure title="About this line">
          <LineFields shown={shown} actions={actions} />
        </Disclosure>
      </section>
    </aside>
  );
}
