import { PageHeader } from '../../ui/PageHeader.tsx';

export function TimelinePage(_props: { readonly id: string }) {
  return <PageHeader title="Timeline" />;
}
