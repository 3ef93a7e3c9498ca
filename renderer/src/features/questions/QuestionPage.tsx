import { PageHeader } from '../../ui/PageHeader.tsx';

export function QuestionPage(_props: { readonly id: string }) {
  return <PageHeader title="Question" />;
}
