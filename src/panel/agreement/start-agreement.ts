import { faultOf, type HostApi } from '../host';
import { AllianceAgreement } from './agreement-app';
import { toAgreement, type AgreementState, type FromAgreement } from './messages';

/** The page of agreement; it draws at most once per frame, however many messages arrive. @returns what takes the host's messages */
export function startAgreement(host: HostApi): (data: unknown) => void {
  const post = (message: FromAgreement): void => host.postMessage(message);
  const page = new AllianceAgreement();
  page.post = post;
  document.body.append(page);
  let state: AgreementState | null = null;
  let frame = 0;
  return (data) => {
    const read = toAgreement.safeParse(data);
    if (!read.success) {
      post({ type: 'failed', reason: faultOf(read.error) });
      return;
    }
    ({ state } = read.data);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      page.state = state;
    });
  };
}
