/** The data of the measurements: one account with many users beside thousands of small ones, made by the database itself. */
import type pg from "pg";

const FIRST_NAMES = "Ada Alma Amir Anouk Anton Asha Bela Bruno Carla Chidi Clara Dario Deniz Edda Elif Emeka Emil Enzo Esra Fatou Felix Finn Frida Gloria Hana Hugo Ida Ines Ivan Jana Jonas Juno Kaan Karim Kofi Lara Lena Levi Lina Luca Mara Maya Mika Mila Milan Nadia Nils Noor Nora Omar Pia Rafa Rosa Ruben Sami Sofia Tariq Tilda Viktor Yara".split(" ");
const LAST_NAMES = "Abara Adler Almeida Andersen Aydin Bakker Balint Barros Becker Berger Bianchi Blom Brandt Bruun Castro Cerny Chandra Costa Dahl Demir Diallo Dubois Duarte Eklund Engel Farah Fischer Fontaine Forster Garcia Gruber Haas Hansen Hartmann Hassan Hoffmann Holm Horvat Ibrahim Ivanov Jansen Jensen Kaya Keller Khan Kowalski Kraus Kumar Lang Larsen Laurent Lehmann Lind Lopez Lorenz Maier Marek Martins Meyer Moreau Moretti Nagy Neumann Nilsson Novak Nwosu Okafor Olsen Ortega Osei Papadakis Pavlov Pereira Petersen Pham Popescu Ramos Rinaldi Rossi Roth Sahin Santos Sato Schmitt Schreiber Schulz Silva Simon Singh Sorensen Stein Svoboda Takeda Tanaka Toth Traore Vargas Vogel Weber Winter Wolf Yilmaz Zeman Zimmer".split(" ");

/** Users of an account; what the database generates out of a row (search text, sort keys) it generates here too. */
const USERS = `
  insert into users (account_id, id, email, first_name, last_name, name, mobile_number, extension, role, origin, registered_at, welcomed_at, service_role_id, services_state, created_at, modified_at, modified_by)
  select $1, uuidv7(), lower(first || '.' || last || '.' || substr(md5(n::text), 1, 7)) || '@' || $2, first, last, first || ' ' || last, '+49 170 ' || (1000000 + n), $3::bigint + n,
         case when n % 500 = 0 then 'account_admin' else 'user' end, case when n % 3 = 0 then 'portal' else 'import' end,
         case when n % 10 < 7 then now() - n * interval '1 minute' end, case when n % 10 < 9 then now() - n * interval '2 minutes' end,
         case when n % 10 < 6 then $4::uuid end,
         case when n % 200 = 0 then 'failed' when n % 10 < 6 then 'in_sync' else 'none' end,
         now() - n * interval '3 minutes', now() - (hashint4(n) & 8388607) * interval '1 second', 'Mara Lindqvist'
    from (select n, ($5::text[])[1 + (hashint4(n) & 65535) % cardinality($5::text[])] as first, ($6::text[])[1 + (hashint4(n + 7) & 65535) % cardinality($6::text[])] as last
            from generate_series(1, $7::int) n) as named`;

type NewUsers = { accountId: string; count: number; domain: string; firstNumber?: number; serviceRoleId?: string | null };

/** Adds users to an account and keeps the account's own count of them true. */
export async function seedUsers(pool: pg.Pool, { accountId, count, domain, firstNumber = 100_000, serviceRoleId = null }: NewUsers): Promise<void> {
  await pool.query(USERS, [accountId, domain, firstNumber, serviceRoleId, FIRST_NAMES, LAST_NAMES, count]);
  await pool.query("update accounts set user_count = (select count(*) from users where account_id = $1) where id = $1", [accountId]);
}

/** Many small customer accounts of a partner, with a few users each. */
export async function seedSmallAccounts(pool: pg.Pool, partnerId: string, count: number, usersEach: number): Promise<void> {
  await pool.query(
    `insert into accounts (id, kind, partner_id, name, country, city, user_count)
     select uuidv7(), 'customer', $1, 'Customer ' || lpad(n::text, 5, '0'), 'DE', 'Hamburg', $3 from generate_series(1, $2::int) n`,
    [partnerId, count, usersEach],
  );
  await pool.query(
    `insert into users (account_id, id, email, first_name, last_name, name, extension)
     select a.id, uuidv7(), lower(first || '.' || last || n) || '@small.example', first, last, first || ' ' || last, 2000 + n
       from (select id, row_number() over () as k from accounts where partner_id = $1 and name like 'Customer %') a,
            generate_series(1, $2::int) n,
            lateral (select ($3::text[])[1 + (hashint8(k * 31 + n) & 65535) % cardinality($3::text[])] as first, ($4::text[])[1 + (hashint8(k * 17 + n) & 65535) % cardinality($4::text[])] as last) as named`,
    [partnerId, usersEach, FIRST_NAMES, LAST_NAMES],
  );
}

/** What the database does by itself in the hours after so many rows have come. */
export async function settle(pool: pg.Pool): Promise<void> {
  await pool.query("vacuum (analyze) users");
  await pool.query("vacuum (analyze) accounts");
  await pool.query("checkpoint");
}
