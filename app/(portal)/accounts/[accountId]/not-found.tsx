export { MissingPage as default } from "#components/pages/missing-page.tsx";
