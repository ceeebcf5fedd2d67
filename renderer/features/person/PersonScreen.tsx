import { useQuery } from '../../api/useQuery.ts'
import { StepPane } from '../records/StepPane.tsx'
export function PersonScreen({ personId }: { readonly personId: string; readonly tab: string | undefined }) {
  const { value, reload } = useQuery('persons.get', { personId })
  return <div className="page">{value !== null && <><h1>{value.row.name}</h1><StepPane file={value} step={value.row.nextStep ?? 1} onSaved={reload} /></>}</div>
}
