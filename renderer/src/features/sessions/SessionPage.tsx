import { PageHeader } from '../../ui/PageHeader.tsx';

export function SessionPage(_props: { readonly id: string }) {
  return <PageHeader title="Session" />;
}
