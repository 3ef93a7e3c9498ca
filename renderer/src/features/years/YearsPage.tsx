import { PageHeader } from '../../ui/PageHeader.tsx';

export function YearsPage() {
  return <PageHeader title="Years" />;
}
