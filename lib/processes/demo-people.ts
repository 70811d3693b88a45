/** The account admin that the demo registers, so that there is somebody to sign in with a password. */
export const DEMO_ADMIN = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example", password: "ballad-demo-2026" };
