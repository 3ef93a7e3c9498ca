import { PageHeader } from '../../ui/PageHeader.tsx';

export function AgreementPage() {
  return <PageHeader title="Agreement" />;
}
