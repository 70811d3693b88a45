/** Passwords that are tried first by whoever guesses; eight characters or more, since shorter ones are refused anyway. */
const KNOWN_BAD = new Set(
  `password password1 password12 password123 password! passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 87654321 11111111 00000000
   88888888 12341234 11223344 123123123 147258369 987654321 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234
   asdfghjk asdfghjkl zxcvbnm1 abcd1234 abcdefgh abc12345 a1b2c3d4 iloveyou iloveyou1 sunshine sunshine1 princess princess1 football
   football1 baseball baseball1 superman superman1 batman123 trustno1 starwars starwars1 welcome1 welcome12 welcome123 letmein1 letmein123
   changeme changeme1 changeme123 administrator admin123 admin1234 adminadmin administrator1 default1 testtest test1234 testing1 temp1234
   computer computer1 internet internet1 michelle jennifer jordan23 charlie1 whatever whatever1 dragon12 monkey12 monkey123 master12
   master123 shadow12 freedom1 mustang1 corvette maverick mercedes summer2024 summer2025 summer2026 winter2024 winter2025 winter2026
   spring2025 spring2026 autumn2025 autumn2026 company1 company123 mitel123 mitel1234 mitelmitel micollab micollab1 mivoice1`.split(/\s+/),
);

/** Whether a password is on the list of those that everybody tries, whatever its case. */
export function isKnownBad(password: string): boolean {
  return KNOWN_BAD.has(password.toLowerCase());
}
