import { type ComponentType, lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Place } from '#shared/shell/commands.ts';
import { TodayPage } from '../features/today/TodayPage.tsx';

/** Today comes with the window; every other place is fetched when somebody goes there. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

const SessionsPage = later(async () => (await import('../features/sessions/SessionsPage.tsx')).SessionsPage);
const SessionPage = later(async () => (await import('../features/sessions/SessionPage.tsx')).SessionPage);
const QuestionsPage = later(
  async () => (await import('../features/questions/QuestionsPage.tsx')).QuestionsPage,
);
const QuestionPage = later(async () => (await import('../features/questions/QuestionPage.tsx')).QuestionPage);
const TimelinesPage = later(
  async () => (await import('../features/timelines/TimelinesPage.tsx')).TimelinesPage,
);
const TimelinePage = later(async () => (await import('../features/timelines/TimelinePage.tsx')).TimelinePage);
const GoalsPage = later(async () => (await import('../features/goals/GoalsPage.tsx')).GoalsPage);
const GoalPage = later(async () => (await import('../features/goals/GoalPage.tsx')).GoalPage);
const GrowthPage = later(async () => (await import('../features/growth/GrowthPage.tsx')).GrowthPage);
const YearsPage = later(async () => (await import('../features/years/YearsPage.tsx')).YearsPage);
const AgreementPage = later(
  async () => (await import('../features/agreement/AgreementPage.tsx')).AgreementPage,
);
const SharePage = later(async () => (await import('../features/share/SharePage.tsx')).SharePage);
const SettingsPage = later(async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage);
const BackupsPage = later(async () => (await import('../features/backups/BackupsPage.tsx')).BackupsPage);
const HistoryPage = later(async () => (await import('../features/history/HistoryPage.tsx')).HistoryPage);
const TrashPage = later(async () => (await import('../features/history/TrashPage.tsx')).TrashPage);
const RecoverySheetPage = later(
  async () => (await import('../features/recovery/RecoverySheetPage.tsx')).RecoverySheetPage,
);
const ProtectionPage = later(
  async () => (await import('../features/protection/ProtectionPage.tsx')).ProtectionPage,
);

/** Where each place of the navigation lives. */
export const placePaths: Readonly<Record<Place, string>> = {
  today: '/',
  sessions: '/sessions',
  questions: '/questions',
  timelines: '/timelines',
  goals: '/goals',
  growth: '/growth',
  years: '/years',
  agreement: '/agreement',
  share: '/share',
  settings: '/settings',
};

/** Pages that are reached from a place, and lie elsewhere. */
const pagesOf: Partial<Record<Place, readonly string[]>> = {
  settings: ['/protection', '/trash', '/recovery-sheet'],
};

/** Whether a path belongs to a place. */
export function isAt(place: Place, location: string): boolean {
  const path = placePaths[place];
  if (path === '/') return location === '/' || location === '';
  return location === path || location.startsWith(`${path}/`) || pagesOf[place]?.includes(location) === true;
}

/** The page for the present path. A path that leads nowhere leads to Today. */
export function Places() {
  return (
    <Switch>
      <Route path="/" component={TodayPage} />
      <Route path="/sessions" component={SessionsPage} />
      <Route path="/sessions/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
      <Route path="/questions" component={QuestionsPage} />
      <Route path="/questions/:id">{({ id }) => <QuestionPage key={id} id={id} />}</Route>
      <Route path="/timelines" component={TimelinesPage} />
      <Route path="/timelines/:id">{({ id }) => <TimelinePage key={id} id={id} />}</Route>
      <Route path="/goals" component={GoalsPage} />
      <Route path="/goals/:id">{({ id }) => <GoalPage key={id} id={id} />}</Route>
      <Route path="/growth" component={GrowthPage} />
      <Route path="/years/:year?/:month?">
        {({ year, month }) => <YearsPage year={year} month={month} />}
      </Route>
      <Route path="/agreement" component={AgreementPage} />
      <Route path="/share" component={SharePage} />
      <Route path="/recovery-sheet" component={RecoverySheetPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/protection" component={ProtectionPage} />
      <Route path="/settings/backups" component={BackupsPage} />
      <Route path="/history/:id">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
      <Route path="/trash" component={TrashPage} />
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}
