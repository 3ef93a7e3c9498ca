import { useEffect, useMemo, useRef, useState } from 'react';
import type { Choice } from '#shared/share/closure.ts';
import { spokenPassphrase } from '#shared/share/spokenWords.ts';
import { type PassphraseProblems, passphraseProblems } from '../../journal/passphrase.ts';
import { usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';
import { type ExportProblem, exportShare, leavingFor, type Progress } from './exportWork.ts';

export type ExportStep = 'choose' | 'look' | 'lock' | 'saved';

/** How the share will be locked: with words we suggest, or with a passphrase the two have. */
export interface LockDraft {
  readonly way: 'spoken' | 'own';
  readonly spoken: string;
  readonly own: string;
  readonly again: string;
}

const nothing: Choice = { sessions: [], timelines: [], questions: [] };

/** One export, from the first choice to the saved file. */
export function useExport() {
  const journal = useJournal();
  const vault = useVault();
  const pair = usePair();
  const version = useVersion();
  const isReady = useComplete();
  const [step, setStep] = useState<ExportStep>('choose');
  const [choice, choose] = useState(nothing);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const newWords = () => spokenPassphrase(vault.random);
  const [lock, setLock] = useState<LockDraft>(() => ({
    way: 'spoken',
    spoken: newWords(),
    own: '',
    again: '',
  }));
  const [problems, setProblems] = useState<PassphraseProblems>({});
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<ExportProblem>();
  const [savedName, setSavedName] = useState('');
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view, and the pair in it, changed
  const leaving = useMemo(
    () => (step === 'choose' ? undefined : leavingFor(journal.view, pair, choice, held)),
    [journal, pair.buddy.id, choice, held, step, version],
  );

  const next = async () => {
    if (step === 'choose') {
      // What is still being typed belongs to what is looked at.
      await journal.drafts.settleAll();
      setStep('look');
    } else setStep('lock');
  };

  const save = async () => {
    if (!leaving) return;
    const found = lock.way === 'own' ? passphraseProblems(lock.own, lock.again) : {};
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const abort = new AbortController();
    running.current = abort;
    setProblem(undefined);
    setProgress({ step: 'reading' });
    const passphrase = lock.way === 'spoken' ? lock.spoken : lock.own;
    const parts = { journal, vault, pair, signal: abort.signal, onProgress: setProgress };
    const saved = await exportShare(leaving, { by: 'passphrase', passphrase }, parts);
    setProgress(undefined);
    if (saved.ok) {
      setSavedName(saved.value);
      setStep('saved');
    } else if (saved.error !== 'stopped' && saved.error !== 'cancelled') setProblem(saved.error);
  };

  return {
    step,
    choice,
    choose,
    held,
    hold: (ids: readonly string[]) => setHeld(new Set([...held, ...ids])),
    release: (ids: readonly string[]) => setHeld(new Set([...held].filter((id) => !ids.includes(id)))),
    leaving,
    isReady,
    lock,
    changeLock: (patch: Partial<LockDraft> | 'other-words') => {
      setProblems({});
      setLock({ ...lock, ...(patch === 'other-words' ? { spoken: newWords() } : patch) });
    },
    problems,
    progress,
    problem,
    savedName,
    next: () => void next(),
    back: () => {
      setProblem(undefined);
      setStep(step === 'lock' ? 'look' : 'choose');
    },
    save: () => void save(),
    stop: () => running.current?.abort(),
  };
}
