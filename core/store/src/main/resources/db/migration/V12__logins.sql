-- Logging in by providers. All of it is Outer's alone; a key is a digest that does not tell what the browser keeps.

-- whom a user is at a provider: bound to the provider's id of him, never to an address
CREATE TABLE identities (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    provider   text NOT NULL CHECK (provider <> ''),
    issuer     text NOT NULL CHECK (issuer <> ''),
    subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    created_at timestamptz NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX identities_of_user ON identities (user_id, created_at);

-- browsers that are at a provider
CREATE TABLE begun_logins (
    key        text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
    provider   text NOT NULL,
    path       text,
    link       uuid REFERENCES users ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX begun_logins_age ON begun_logins (expires_at);

-- browsers that came back, and take their session next
CREATE TABLE proven_logins (
    key        text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
    provider   text NOT NULL,
    user_id    uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX proven_logins_age ON proven_logins (expires_at);

GRANT SELECT, INSERT, DELETE ON identities TO berth_outer;
GRANT SELECT, INSERT, DELETE ON begun_logins TO berth_outer;
GRANT SELECT, INSERT, DELETE ON proven_logins TO berth_outer;

-- to lock rows that are swept
GRANT UPDATE (expires_at) ON begun_logins TO berth_outer;
GRANT UPDATE (expires_at) ON proven_logins TO berth_outer;
