import { MissingPage } from "#components/pages/missing-page.tsx";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl p-6">
      <MissingPage />
    </main>
  );
}
