import * as z from 'zod/mini';
import { faultOf, type HostApi } from '../host';
import { AllianceCaseTable } from './case-table';
import { caseOrder, toCaseTable, type FromCaseTable } from './messages';

/** What outlives a hidden page: how it is sorted, never what it shows. */
const remembered = z.object({ order: z.nullable(caseOrder) });

/** The table of cases, as an editor tab. @returns what takes the host's messages */
export function startCaseTable(host: HostApi): (data: unknown) => void {
  const post = (message: FromCaseTable): void => host.postMessage(message);
  const table = new AllianceCaseTable();
  table.post = post;
  table.order = remembered.safeParse(host.getState()).data?.order ?? null;
  table.onOrder = (order) => host.setState({ order });
  document.body.append(table);
  return (data) => {
    const read = toCaseTable.safeParse(data);
    if (read.success) table.state = read.data.state;
    else post({ type: 'failed', reason: faultOf(read.error) });
  };
}
