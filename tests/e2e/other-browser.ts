/** What a person does with a browser, for those that Playwright does not drive as they are. Elements are named by XPath, which all of them know. */
export type OtherBrowser = {
  open(url: string): Promise<void>;
  /** Waits until the element is to be seen, and presses it. */
  click(xpath: string): Promise<void>;
  /** Waits until the field is to be seen, and types with the keyboard. */
  type(xpath: string, text: string): Promise<void>;
  /** Waits until the element is to be seen. */
  until(xpath: string): Promise<void>;
  untilGone(xpath: string): Promise<void>;
  /** The value of an expression in the page. */
  run<T>(script: string): Promise<T>;
  /** Errors that no code of the page has caught. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
};
