import type { NumberFormat } from "./number-formats.ts";

/** Excel keeps this many digits of a number; any behind them are noise. */
const SIGNIFICANT_DIGITS = 15;

/** From this many digits on Excel shows a number as 4.41E+11 unless the column is wide and formatted. */
const SHOWN_AS_SCIENTIFIC = 1e11;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Day 0 such that day 61 is 1 March 1900: Excel counts a 29 February 1900 that never was. */
const DAY_0_OF_1900 = Date.UTC(1899, 11, 30);
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day Excel knows. */
const LAST_DAY = 2_958_465;

/**
 * A numeric cell as text: plain digits, with the zeros its format shows, or as ISO date "2026-11-20",
 * time "08:30:00", or both with a blank between. `raw` is as stored; null when it is not a number.
 */
export function numberText(raw: string, format: NumberFormat, countsFrom1904: boolean): string | null {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return null;
  if (format.kind === "date") return dateText(value, countsFrom1904) ?? plainNumber(value);
  const plain = plainNumber(value);
  return format.kind === "padded" && /^\d+$/.test(plain) ? plain.padStart(format.digits, "0") : plain;
}

/** Whether Excel showed this number as 4.41E+11 to the person who typed it, or has dropped digits of it. */
export function isLongNumber(raw: string): boolean {
  return Math.abs(Number(raw)) >= SHOWN_AS_SCIENTIFIC;
}

/** Whether a number has more digits than Excel keeps, so that its last ones were replaced by zeros. */
export function exceedsPrecision(raw: string): boolean {
  return Math.abs(Number(raw)) >= 10 ** SIGNIFICANT_DIGITS;
}

function plainNumber(value: number): string {
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

function dateText(days: number, countsFrom1904: boolean): string | null {
  if (days < 0 || days > LAST_DAY) return null;
  // Whole seconds: a time such as 08:30 is stored as a fraction that is never quite exact.
  const milliseconds = Math.round((days * DAY_MS) / 1000) * 1000;
  const shift = !countsFrom1904 && days < 60 ? DAY_MS : 0;
  const iso = new Date((countsFrom1904 ? DAY_0_OF_1904 : DAY_0_OF_1900) + shift + milliseconds).toISOString();
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (days < 1) return time;
  return milliseconds % DAY_MS === 0 ? date : `${date} ${time}`;
}
