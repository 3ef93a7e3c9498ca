import type { CallName, MessageName } from './channels.ts';
import type { Contract, Messages } from './contract.ts';

/** `window.stringwalk`, as the preload exposes it. Answers come from another process: parse them with the contract. */
export type Bridge = {
  readonly [Name in CallName]: Contract[Name]['input'] extends undefined
    ? () => Promise<unknown>
    : (input: Contract[Name]['input']) => Promise<unknown>;
} & {
  /** Calls `listener` with every such message from the shell; the returned function ends that. */
  readonly on: <Name extends MessageName>(
    name: Name,
    listener: (message: Messages[Name]) => void,
  ) => () => void;
};
