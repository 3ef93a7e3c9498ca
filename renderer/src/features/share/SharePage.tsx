import { PageHeader } from '../../ui/PageHeader.tsx';

export function SharePage() {
  return <PageHeader title="Share" />;
}
