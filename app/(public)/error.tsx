"use client";

export { FailedPage as default } from "#components/pages/failed-page.tsx";
