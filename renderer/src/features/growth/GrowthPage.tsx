import { PageHeader } from '../../ui/PageHeader.tsx';

export function GrowthPage() {
  return <PageHeader title="Growth" />;
}
