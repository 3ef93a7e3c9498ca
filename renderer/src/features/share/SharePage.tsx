import './share.css';
import { useLocation, useSearch } from 'wouter';
import { usePair } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { handovers } from './chooseView.ts';
import { ExportShare } from './ExportShare.tsx';
import { ImportShare } from './ImportShare.tsx';
import { ShareDrawing } from './ShareDrawing.tsx';
import { ShareHistory } from './ShareHistory.tsx';

type Doing = 'export' | 'import' | 'offered' | 'nothing';

function doingIn(search: string): Doing {
  const asked = new URLSearchParams(search);
  return (['export', 'import', 'offered'] as const).find((each) => asked.has(each)) ?? 'nothing';
}

/** What leaves this journal and what comes into it. */
export function SharePage() {
  const doing = doingIn(useSearch());
  const [, go] = useLocation();
  const end = () => go('/share?', { replace: true });
  switch (doing) {
    case 'export':
      return (
        <>
          <PageHeader title="Share" />
          <ExportShare onEnd={end} />
        </>
      );
    case 'import':
    case 'offered':
      return (
        <>
          <PageHeader title="Share" />
          <ImportShare key={doing} from={doing} onEnd={end} onAgain={() => go('/share?import')} />
        </>
      );
    default:
      return <Overview onGo={go} />;
  }
}

function Overview({ onGo }: { readonly onGo: (path: string) => void }) {
  const { buddy } = usePair();
  const lines = useView(handovers);
  const buttons = (
    <div className="share-buttons">
      <Button look="primary" icon="share" onPress={() => onGo('/share?export')}>
        Export a share
      </Button>
      <Button icon="import" onPress={() => onGo('/share?import')}>
        Import a share
      </Button>
    </div>
  );
  if (lines.length === 0) {
    return (
      <>
        <PageHeader title="Share" />
        <EmptyPage drawing={<ShareDrawing />} action={buttons}>
          Everything here is yours alone until you choose otherwise. A share carries what you pick to{' '}
          <bdi>{buddy.name}</bdi> in one locked file, and shows you every word before it leaves.
        </EmptyPage>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Share" actions={buttons}>
        Everything here is yours alone until you choose otherwise, and you see every word before it leaves.
      </PageHeader>
      <ShareHistory lines={lines} />
    </>
  );
}
