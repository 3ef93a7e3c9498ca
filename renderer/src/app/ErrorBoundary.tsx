import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import './door.css';

interface Props {
  readonly children: ReactNode;
}

/** What people see instead of a page that broke. What was typed lies in drafts; starting again brings it back. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="door" role="alert">
        <Logo size={34} />
        <h1>This page stumbled</h1>
        <p>
          Nothing you wrote is lost: it was kept as you typed. Open the journal again and you will be where
          you were.
        </p>
        <Button look="primary" onPress={() => location.reload()}>
          Open the journal again
        </Button>
      </div>
    );
  }
}
