import { useId } from "react";

/** The product's sign; its colours are its own and the same in both themes. */
export function ProductMark({ className }: { className?: string }) {
  const gradient = useId();
  return (
    <svg viewBox="0 0 26 26" aria-hidden className={className}>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#4c8dff" />
          <stop offset="1" stopColor="#1554d1" />
        </linearGradient>
      </defs>
      <rect width="26" height="26" rx="7" fill={`url(#${gradient})`} />
      <path fill="#fff" fillRule="evenodd" d="M11.6 7.5h2.8l4.1 11h-2.8l-.8-2.3h-3.8l-.8 2.3H7.5zm.2 6.6h2.4L13 10.5z" />
    </svg>
  );
}
