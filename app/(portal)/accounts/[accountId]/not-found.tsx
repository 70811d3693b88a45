import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { MissingPage } from "#components/pages/missing-page.tsx";

/** The page of an integration may go while it is on the screen, with what it listened by; the navigation is then read anew from here. */
export default function NotFound() {
  return (
    <>
      <LiveRefresh topics={["integrations"]} />
      <MissingPage />
    </>
  );
}
