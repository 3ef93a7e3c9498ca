import { PageHeader } from '../../ui/PageHeader.tsx';

export function TodayPage() {
  return <PageHeader title="Today" />;
}
