-- Who people are and how they prove it. No table here belongs to a workspace; only balcao_identity reaches them, so that neither a
-- request of a workspace nor the conveyor can read a password's hash.
create table persons (
  id uuid primary key,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  language text not null default 'pt-BR',
  -- Null: somebody who comes in by single sign-on or passkey only.
  password_hash text,
  -- Sealed by the key ring with `persons.totp_secret:<id>` as associated data. Counts once confirmed.
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last time step whose code was taken: a code is good once.
  totp_step bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index persons_email_key on persons (email);

create table backup_codes (
  person_id uuid not null references persons (id) on delete cascade,
  hash bytea not null check (length(hash) = 32),
  used_at timestamptz,
  primary key (person_id, hash)
);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references persons (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create unique index passkeys_credential_key on passkeys (credential_id);
create index passkeys_of_person on passkeys (person_id);

-- Who the company's single sign-on says somebody is, once their e-mail has linked them.
create table oidc_links (
  issuer text not null,
  subject text not null,
  person_id uuid not null references persons (id) on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);

-- A browser that is signed in. The cookie holds the token, here is its hash. Revoked means deleted.
create table sessions (
  id uuid primary key,
  person_id uuid not null references persons (id) on delete cascade,
  token_hash bytea not null check (length(token_hash) = 32),
  device text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index sessions_token_key on sessions (token_hash);
create index sessions_of_person on sessions (person_id);
create index sessions_by_end on sessions (expires_at);

-- A sign-in that is half way: a password was right and the second factor is missing, a passkey or the single sign-on is asked.
create table challenges (
  token_hash bytea primary key check (length(token_hash) = 32),
  kind text not null check (kind in ('totp', 'passkey_sign_in', 'passkey_add', 'oidc')),
  person_id uuid references persons (id) on delete cascade,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index challenges_by_end on challenges (expires_at);

-- Links that are good once: the first owner's, a forgotten password's.
create table one_time_links (
  token_hash bytea primary key check (length(token_hash) = 32),
  kind text not null check (kind in ('welcome', 'password_reset')),
  person_id uuid references persons (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'welcome') = (person_id is null))
);
create index one_time_links_of_person on one_time_links (person_id);
create index one_time_links_by_end on one_time_links (expires_at);

-- How often somebody guessed wrong, by hashed account and by hashed address.
create table sign_in_attempts (
  key bytea primary key check (length(key) = 32),
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index sign_in_attempts_by_age on sign_in_attempts (last_at);

grant select, insert, update, delete on persons, backup_codes, passkeys, oidc_links, sessions, challenges, one_time_links, sign_in_attempts to balcao_identity;
