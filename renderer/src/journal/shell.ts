/** @file The window's bridge to the shell: the only place that touches it. What comes back is parsed. */
import { type CallName, couldNot, type MessageName } from '#shared/shell/channels.ts';
import { type Contract, contract, type Messages } from '#shared/shell/contract.ts';

type Shell = {
  readonly [Name in CallName]: (
    ...input: Contract[Name]['input'] extends undefined ? [] : [Contract[Name]['input']]
  ) => Promise<Contract[Name]['output']>;
};

function makeCall(name: CallName) {
  const send = window.stringwalk[name] as (input?: unknown) => Promise<unknown>;
  return async (input?: unknown): Promise<unknown> => {
    const answer = await send(input);
    if (answer === couldNot) throw new Error(`The shell could not do this: ${name}`);
    return contract[name].output.parse(answer);
  };
}

/** Every call to the shell, typed by the contract. A call that breaks the contract throws: that is a bug. */
export const shell = Object.fromEntries(
  (Object.keys(contract) as CallName[]).map((name) => [name, makeCall(name)]),
) as unknown as Shell;

/** Listens to the shell until the returned function is called. */
export function onMessage<Name extends MessageName>(
  name: Name,
  listener: (message: Messages[Name]) => void,
): () => void {
  return window.stringwalk.on(name, listener);
}
