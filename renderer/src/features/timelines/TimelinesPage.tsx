import { PageHeader } from '../../ui/PageHeader.tsx';

export function TimelinesPage() {
  return <PageHeader title="Timelines" />;
}
