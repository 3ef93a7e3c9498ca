import { PageHeader } from '../../ui/PageHeader.tsx';

export function QuestionsPage() {
  return <PageHeader title="Questions" />;
}
