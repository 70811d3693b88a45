export { TemplateFormSkeleton as default } from "#components/templates/form-skeleton.tsx";
