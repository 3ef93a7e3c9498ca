import { PageHeader } from '../../ui/PageHeader.tsx';

export function GoalPage(_props: { readonly id: string }) {
  return <PageHeader title="Goal" />;
}
