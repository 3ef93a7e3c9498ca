import '../ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { type StartUp, startUp } from './openJournal.ts';

// Reading begins before React has drawn anything.
const starting = startUp().catch((): StartUp => ({ state: 'stopped', start: undefined, why: 'cannot-open' }));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App starting={starting} />
    </StrictMode>,
  );
}
