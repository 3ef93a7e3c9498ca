import { Component, type ReactNode } from 'react';
import type { Journal } from '../journal/journal.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import './door.css';

interface Props {
  readonly children: ReactNode;
  /** The open journal, so that what is being typed is kept before the page begins anew. */
  readonly journal?: Journal | undefined;
  /** Where the children stand. Going elsewhere tries again. */
  readonly place?: string;
}

interface State {
  readonly broken: boolean;
  /** The last words could not be saved, so the page does not begin anew. */
  readonly unkept: boolean;
}

/** What people see instead of a page that broke. What was typed lies in drafts; starting again brings it back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, unkept: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.broken && before.place !== this.props.place)
      this.setState({ broken: false, unkept: false });
  }

  override render(): ReactNode {
    const { children, journal, place } = this.props;
    const { broken, unkept } = this.state;
    if (!broken) return children;
    const isInside = place !== undefined;
    const again = async () => {
      const settled = await journal?.drafts.settleAll().catch(() => undefined);
      if (journal && !settled?.ok) return this.setState({ unkept: true });
      // Not where it stumbled: it might stumble there again.
      history.replaceState(null, '', '#/');
      location.reload();
    };
    return (
      <div className="door" role="alert">
        <Logo size={34} />
        <h1>This page stumbled</h1>
        <p>
          {unkept
            ? 'All but your last words is kept. They could not be saved just now: make room on the disk if it is full, and try again.'
            : `Nothing you wrote is lost: it was kept as you typed. ${isInside ? 'Go to another page, or open' : 'Open'} the journal again.`}
        </p>
        <Button look="primary" onPress={() => void again()}>
          Open the journal again
        </Button>
      </div>
    );
  }
}
