import { PageHeader } from '../../ui/PageHeader.tsx';

export function GoalsPage() {
  return <PageHeader title="Goals" />;
}
